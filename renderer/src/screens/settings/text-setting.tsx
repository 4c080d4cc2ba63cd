import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStayHere } from '../../shell/stay-here.ts';

/** A text that is saved on Enter or when the field is left; an empty one goes back to what it was. */
export const TextSetting = ({
  value,
  maxLength,
  className,
  mayBeEmpty = false,
  onSave,
  ...ids
}: {
  value: string;
  maxLength: number;
  className?: string | undefined;
  mayBeEmpty?: boolean;
  onSave: (value: string) => void;
  'aria-labelledby': string;
  'aria-describedby': string;
}) => {
  const [draft, setDraft] = useState<string | null>(null);
  useStayHere(draft !== null && draft !== value);
  const save = () => {
    const text = draft?.trim() ?? value;
    if (text !== value && (mayBeEmpty || text !== '')) onSave(text);
    setDraft(null);
  };
  return (
    <TextInput
      {...ids}
      className={className}
      maxLength={maxLength}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape' && draft !== null) {
          event.preventDefault();
          setDraft(null);
        }
      }}
    />
  );
};
