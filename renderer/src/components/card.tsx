import type { HTMLAttributes, ReactNode } from 'react';
import classes from './card.module.css';

/** The white box everything stands in. `emphasis` draws the accent border; `title` is its heading. */
export const Card = ({
  title,
  aside,
  emphasis = false,
  flush = false,
  className,
  children,
  ...rest
}: Omit<HTMLAttributes<HTMLElement>, 'title'> & {
  title?: ReactNode;
  aside?: ReactNode;
  emphasis?: boolean;
  flush?: boolean;
}) => (
  <section
    {...rest}
    className={[classes.card, className].filter(Boolean).join(' ')}
    data-emphasis={emphasis || undefined}
    data-flush={flush || undefined}
  >
    {title !== undefined && (
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      </div>
    )}
    {children}
  </section>
);
