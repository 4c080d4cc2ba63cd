import { type ReactNode, useId } from 'react';
import classes from './settings.module.css';

/** One setting: what it is, what it means, and its control, which is named and described by the two. */
export const SettingRow = ({
  label,
  note,
  children,
}: {
  label: ReactNode;
  note?: ReactNode;
  children: (ids: { 'aria-labelledby': string; 'aria-describedby': string }) => ReactNode;
}) => {
  const id = useId();
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <p id={`${id}-label`} className={classes.label}>
          {label}
        </p>
        {note !== undefined && (
          <p id={`${id}-note`} className={classes.note}>
            {note}
          </p>
        )}
      </div>
      <div className={classes.control}>
        {children({ 'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-note` })}
      </div>
    </div>
  );
};
