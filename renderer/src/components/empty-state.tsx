import type { IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './state.module.css';

/** What will be here one day, in a sentence, and one primary way to fill it. */
export const EmptyState = ({
  icon: Icon,
  text,
  children,
}: {
  icon: ComponentType<IconProps>;
  text: ReactNode;
  children?: ReactNode;
}) => (
  <div className={classes.state}>
    <Icon size={44} stroke={1.6} className={classes.icon} aria-hidden />
    <p className={classes.text}>{text}</p>
    {children !== undefined && <div className={classes.actions}>{children}</div>}
  </div>
);
