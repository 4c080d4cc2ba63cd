import type { ReactNode } from 'react';
import classes from './stat-tile.module.css';

/** A label, a figure, and a quiet line under it. With `onOpen` the whole tile is a button to the names behind it. */
export const StatTile = ({
  label,
  value,
  note,
  onOpen,
}: {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  onOpen?: () => void;
}) => {
  const inside = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={`${classes.value} num`}>{value}</span>
      {note !== undefined && <span className={classes.note}>{note}</span>}
    </>
  );
  return onOpen === undefined ? (
    <div className={classes.tile}>{inside}</div>
  ) : (
    <button type="button" className={classes.tile} onClick={onOpen}>
      {inside}
    </button>
  );
};
