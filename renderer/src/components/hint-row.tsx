import {
  IconAlertTriangle,
  IconInfoCircle,
  IconMoodSad,
  type IconProps,
  IconSparkles,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './hint-row.module.css';

export type HintTone = 'bad' | 'warn' | 'good' | 'quiet';

const icons: Readonly<Record<HintTone, ComponentType<IconProps>>> = {
  bad: IconMoodSad,
  warn: IconAlertTriangle,
  good: IconSparkles,
  quiet: IconInfoCircle,
};

/** One line to be seen: red for somebody let down, amber for "look", accent for good news, grey for facts. */
export const HintRow = ({
  tone,
  icon,
  action,
  live = false,
  children,
}: {
  tone: HintTone;
  icon?: ComponentType<IconProps>;
  action?: ReactNode;
  /** Read aloud when it appears. */
  live?: boolean;
  children: ReactNode;
}) => {
  const Icon = icon ?? icons[tone];
  return (
    <div className={classes.hint} data-tone={tone} role={live ? 'status' : undefined}>
      <Icon size={24} stroke={1.8} className={classes.icon} aria-hidden />
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  );
};
