import classes from './goal-bar.module.css';

/** How much of a goal is reached; the words beside it say the same. `filled` is from 0 to 1. */
export const GoalBar = ({ filled, reached }: { filled: number; reached: boolean }) => (
  <div className={classes.bar} data-reached={reached || undefined} aria-hidden>
    <div style={{ width: `${filled * 100}%` }} />
  </div>
);
