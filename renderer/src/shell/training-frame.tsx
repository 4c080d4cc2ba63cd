import { lazy, type ReactNode, Suspense } from 'react';
import { withTexts } from '../i18n/set-up-translations.ts';
import classes from './training-frame.module.css';

const TrainingBar = lazy(
  withTexts(async () => ({
    default: (await import('../screens/training/training-bar.tsx')).TrainingBar,
  })),
);

/** The orange frame around every screen of the training, with the bar that says so. */
export const TrainingFrame = ({ children }: { children: ReactNode }) => (
  <div className={classes.frame}>
    <Suspense fallback={null}>
      <TrainingBar />
    </Suspense>
    <div className={classes.inside}>{children}</div>
  </div>
);
