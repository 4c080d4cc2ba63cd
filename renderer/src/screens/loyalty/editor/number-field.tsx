import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import classes from './editor.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly min?: number;
  readonly max: number;
  readonly wide?: boolean;
}

const useNumberDraft = (value: number | null) => {
  const [draft, setDraft] = useState<number | string | null>(null);
  return { shown: draft ?? value ?? '', setDraft, leave: () => setDraft(null) };
};

const isWhole = (typed: number | string, min: number, max: number): typed is number =>
  typeof typed === 'number' && Number.isInteger(typed) && typed >= min && typed <= max;

const common = {
  clampBehavior: 'none',
  allowDecimal: false,
  allowNegative: false,
} as const;

/**
 * A whole number inside a sentence. Only numbers within the bounds are reported; anything else is marked, and gives
 * way to the last good number when the field is left, so that the rules are never half written.
 */
export const NumberField = ({
  label,
  min = 1,
  max,
  wide = false,
  value,
  onChange,
}: NumberFieldProps & { readonly value: number; readonly onChange: (value: number) => void }) => {
  const { shown, setDraft, leave } = useNumberDraft(value);
  return (
    <NumberInput
      {...common}
      className={classes.number ?? ''}
      data-wide={wide || undefined}
      aria-label={label}
      value={shown}
      error={!isWhole(shown, min, max)}
      onBlur={leave}
      onChange={(typed) => {
        setDraft(typed);
        if (isWhole(typed, min, max) && typed !== value) onChange(typed);
      }}
    />
  );
};

/** Like {@link NumberField}; empty means that there is none. */
export const OptionalNumberField = ({
  label,
  min = 1,
  max,
  wide = false,
  placeholder,
  value,
  onChange,
}: NumberFieldProps & {
  readonly placeholder?: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}) => {
  const { shown, setDraft, leave } = useNumberDraft(value);
  return (
    <NumberInput
      {...common}
      className={classes.number ?? ''}
      data-wide={wide || undefined}
      aria-label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={shown}
      error={shown !== '' && !isWhole(shown, min, max)}
      onBlur={leave}
      onChange={(typed) => {
        setDraft(typed);
        if (typed === '') onChange(null);
        else if (isWhole(typed, min, max) && typed !== value) onChange(typed);
      }}
    />
  );
};
