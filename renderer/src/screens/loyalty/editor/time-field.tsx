import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './editor.module.css';

const pad = (value: number): string => String(value).padStart(2, '0');

/** Minutes after midnight as a field of the browser writes them; midnight at the end of a day is 00:00, too. */
export const timeText = (minutes: number): string =>
  `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;

/** The inverse of {@link timeText}; null for what is no time. */
export const minutesOf = (text: string): number | null => {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
};

/** A time of day inside a sentence, minutes after midnight. */
export const TimeField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}) => {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? timeText(value);
  return (
    <TextInput
      size="md"
      type="time"
      className={classes.time ?? ''}
      aria-label={label}
      value={shown}
      error={minutesOf(shown) === null}
      onBlur={() => setDraft(null)}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setDraft(typed);
        const minutes = minutesOf(typed);
        if (minutes !== null) onChange(minutes);
      }}
    />
  );
};
