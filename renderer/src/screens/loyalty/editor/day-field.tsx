import { type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { DayInput } from '../../../components/day-input.tsx';
import classes from './editor.module.css';

/** A day inside a sentence, as the rules hold it; null while it is open. */
export const DayField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: BusinessDay | null;
  readonly onChange: (day: BusinessDay | null) => void;
}) => (
  <DayInput
    size="md"
    className={classes.day ?? ''}
    aria-label={label}
    value={value === null ? null : formatDay(value)}
    onChange={(day) => onChange(day === null ? null : parseDay(day))}
  />
);
