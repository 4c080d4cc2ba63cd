import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './editor.module.css';

/** A name inside a sentence: an empty one is marked and not reported. With `optional` it may stay empty. */
export const TextField = ({
  label,
  maxLength,
  optional = false,
  placeholder,
  autoFocus = false,
  value,
  onChange,
}: {
  readonly label: string;
  readonly maxLength: number;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value;
  const isMissing = !optional && shown.trim() === '';
  return (
    <TextInput
      size="md"
      className={classes.text ?? ''}
      aria-label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      maxLength={maxLength}
      autoFocus={autoFocus}
      autoComplete="off"
      value={shown}
      error={isMissing}
      onBlur={() => setDraft(null)}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setDraft(typed);
        if (optional || typed.trim() !== '') onChange(typed.trim());
      }}
    />
  );
};
