import type { ReactNode } from 'react';
import classes from './know.module.css';

/** Names with more letters are set smaller, so that they wrap once at most. */
const longName = 22;

/** The name in the middle: the largest thing on the screen after the amount. */
export const PersonName = ({ name }: { name: string }) => (
  <h1 className={classes.name} data-long={[...name].length > longName || undefined}>
    {name}
  </h1>
);

/** Head of a panel that is not about one known customer: a sign, a title and a quiet line. */
export const PanelHead = ({
  sign,
  tone,
  title,
  subtitle,
}: {
  sign: ReactNode;
  tone?: 'good' | 'warn' | 'soft';
  title: ReactNode;
  subtitle?: ReactNode;
}) => (
  <header className={classes.head} data-centred>
    <span className={classes.sign} data-tone={tone}>
      {sign}
    </span>
    <div className={classes.who}>
      <h1 className={classes.title}>{title}</h1>
      {subtitle !== undefined && <p className={`${classes.subtitle} num`}>{subtitle}</p>}
    </div>
  </header>
);
