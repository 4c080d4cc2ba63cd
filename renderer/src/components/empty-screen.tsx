import type { IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { Card } from './card.tsx';
import classes from './empty-screen.module.css';
import state from './state.module.css';

/** A whole screen before there is anything on it: what will be here, and the ways to begin. */
export const EmptyScreen = ({
  icon: Icon,
  title,
  text,
  children,
}: {
  icon: ComponentType<IconProps>;
  title: string;
  text: string;
  children: ReactNode;
}) => (
  <Card className={classes.card ?? ''}>
    <Icon size={72} stroke={1.6} className={classes.icon} aria-hidden />
    <h2 className={classes.title}>{title}</h2>
    <p className={classes.text}>{text}</p>
    <div className={`${state.actions} ${classes.actions}`}>{children}</div>
  </Card>
);
