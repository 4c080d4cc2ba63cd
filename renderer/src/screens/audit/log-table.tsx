import { useTranslation } from 'react-i18next';
import type { LogEntry } from '#shared/contract/audit.ts';
import classes from './audit.module.css';
import { LogRow } from './log-row.tsx';
import type { LogWords } from './use-log-words.ts';

/** An entry with how it is said. */
export interface LogLine {
  readonly entry: LogEntry;
  readonly words: LogWords;
}

/** Lines of the log, newest first. */
export const LogTable = ({ lines }: { lines: readonly LogLine[] }) => {
  const { t } = useTranslation('audit');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {(['when', 'who', 'what', 'details', 'why'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LogRow key={line.entry.key} words={line.words} unusual={line.entry.unusual} />
        ))}
      </tbody>
    </table>
  );
};
