import type { ReactNode } from 'react';
import { TrainingBar } from './training-bar.tsx';
import classes from './training-frame.module.css';

/** The orange frame around every screen of the training, with the bar that says so. */
export const TrainingFrame = ({ children }: { children: ReactNode }) => (
  <div className={classes.frame}>
    <TrainingBar />
    <div className={classes.inside}>{children}</div>
  </div>
);
