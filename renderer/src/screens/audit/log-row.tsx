import type { LogEntry } from '#shared/contract/audit.ts';
import classes from './audit.module.css';
import type { LogWords } from './use-log-words.ts';

/** One line; amber where it may be worth a look. */
export const LogRow = ({ words, unusual }: { words: LogWords; unusual: LogEntry['unusual'] }) => (
  <tr>
    <td className="num">{words.when}</td>
    <td className={classes.who}>{words.who}</td>
    <td>
      <span className={classes.what} data-unusual={unusual !== null || undefined}>
        {words.what}
      </span>
    </td>
    <td>{words.details}</td>
    <td className={classes.why}>{words.why}</td>
  </tr>
);
