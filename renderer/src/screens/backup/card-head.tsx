import type { IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './backup.module.css';

/** The round picture, the large sentence and the line below it. */
export const CardHead = ({
  icon: Icon,
  tone,
  title,
  text,
  live = false,
}: {
  icon: ComponentType<IconProps>;
  tone: 'good' | 'warn' | 'bad' | 'busy' | 'proven';
  title: ReactNode;
  text: ReactNode;
  /** Read aloud when it changes. */
  live?: boolean;
}) => (
  <div className={classes.head} role={live ? 'status' : undefined}>
    <span className={classes.round} data-tone={tone}>
      <Icon size={42} stroke={2} aria-hidden />
    </span>
    <div>
      <h2 className={classes.headTitle}>{title}</h2>
      <p className={classes.headText}>{text}</p>
    </div>
  </div>
);
