import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './close.module.css';

const shortest = 3;
const longest = 200;

/** Asks for a reason before it lets the button be pressed. */
export const ReasonForm = ({
  openLabel,
  label,
  hint,
  saveLabel,
  pending,
  onSave,
}: {
  openLabel: string;
  label: string;
  hint: string;
  saveLabel: string;
  pending: boolean;
  onSave: (reason: string) => void;
}) => {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const typed = reason.trim();
  if (!opened) {
    return (
      <Button variant="default" className={classes.reasonOpen ?? ''} onClick={() => setOpened(true)}>
        {openLabel}
      </Button>
    );
  }
  return (
    <form
      className={classes.reason}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.length >= shortest) onSave(typed);
      }}
    >
      <TextInput
        label={label}
        description={hint}
        maxLength={longest}
        value={reason}
        autoComplete="off"
        data-autofocus
        ref={(field) => {
          if (field !== null && reason === '') field.focus();
        }}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={pending} disabled={typed.length < shortest}>
        {saveLabel}
      </Button>
    </form>
  );
};
