import { NumberInput } from '@mantine/core';
import classes from './loyalty.module.css';

/** A whole number inside a sentence; null while it is empty. */
export const NumberField = ({
  label,
  value,
  max,
  onChange,
}: {
  label: string;
  value: number | null;
  max: number;
  onChange: (value: number | null) => void;
}) => (
  <NumberInput
    className={classes.number}
    aria-label={label}
    value={value ?? ''}
    max={max}
    clampBehavior="none"
    allowDecimal={false}
    allowNegative={false}
    onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
  />
);
