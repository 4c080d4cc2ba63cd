import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './editor.module.css';

/** A name inside a sentence: an empty one is marked and not reported. With `optional` it may stay empty. */
export const TextField = ({
  label,
  maxLength,
  optional = false,
  placeholder,
  autoFocus = false,
  wraps = false,
  value,
  onChange,
}: {
  readonly label: string;
  readonly maxLength: number;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** Shown on as many rows as it needs. */
  readonly wraps?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value;
  const change = (written: string): void => {
    // One line of text, however many rows it is shown on.
    const typed = written.replace(/\s*\n\s*/g, ' ');
    setDraft(typed);
    if (optional || typed.trim() !== '') onChange(typed.trim());
  };
  const common = {
    size: 'md',
    className: classes.text ?? '',
    'aria-label': label,
    ...(placeholder === undefined ? {} : { placeholder }),
    maxLength,
    autoFocus,
    autoComplete: 'off',
    value: shown,
    error: !optional && shown.trim() === '',
    onBlur: () => setDraft(null),
  } as const;
  return wraps ? (
    <Textarea {...common} autosize minRows={1} onChange={(event) => change(event.currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={(event) => change(event.currentTarget.value)} />
  );
};
