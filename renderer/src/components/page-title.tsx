import type { ReactNode } from 'react';
import classes from './page-title.module.css';

/** Head of a work screen: title, one quiet line, and its buttons on the right. */
export const PageTitle = ({
  title,
  subtitle,
  children,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  children?: ReactNode;
}) => (
  <header className={classes.head}>
    <div className={classes.words}>
      <h1 className={classes.title}>{title}</h1>
      {subtitle !== undefined && <p className={classes.subtitle}>{subtitle}</p>}
    </div>
    {children !== undefined && <div className={classes.actions}>{children}</div>}
  </header>
);
