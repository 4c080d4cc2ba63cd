import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { parseDay } from '#shared/domain/business-day/business-day.ts';

/**
 * A field for a business day, `YYYY-MM-DD`, with the calendar of the browser; null for an empty field. While the date
 * is not complete it is marked, and nothing is reported.
 */
export const DayInput = ({
  value,
  onChange,
  optional = true,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue' | 'type'> & {
  value: string | null;
  onChange: (day: string | null) => void;
  /** Whether the field may be empty. */
  optional?: boolean;
}) => {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value ?? '';
  return (
    <TextInput
      {...rest}
      type="date"
      value={shown}
      error={(shown === '' ? !optional : parseDay(shown) === null) || rest.error}
      onBlur={() => setDraft(null)}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setDraft(typed);
        if (typed === '' ? optional : parseDay(typed) !== null) onChange(typed === '' ? null : typed);
      }}
    />
  );
};
