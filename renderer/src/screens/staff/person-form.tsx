import { Button, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { type SubmitEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/contract/staff.ts';
import { type Role, roles } from '#shared/domain/staff/roles.ts';
import { AmountInput } from '../../components/amount-input.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useStayHere } from '../../shell/stay-here.ts';
import classes from './staff.module.css';

/** What the form holds of a person. */
export interface PersonDraft {
  readonly name: string;
  readonly role: Role;
  readonly giveLimit: number | null;
  readonly undoAll: boolean;
}

const isSame = (one: PersonDraft, other: PersonDraft): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Writes one person, new (`person` null) or known. What only the till is limited in is asked only of the till. */
export const PersonForm = ({
  person,
  usualGiveLimit,
  saveLabel,
  pending,
  error,
  onSave,
  onClose,
  children,
}: {
  person: StaffMember | null;
  usualGiveLimit: number;
  saveLabel: string;
  pending: boolean;
  error: unknown;
  onSave: (draft: PersonDraft) => void;
  onClose: () => void;
  children?: React.ReactNode;
}) => {
  const { t } = useTranslation(['staff', 'common']);
  const id = useId();
  const [first] = useState<PersonDraft>(() =>
    person === null
      ? { name: '', role: 'staff', giveLimit: usualGiveLimit, undoAll: false }
      : { name: person.name, role: person.role, giveLimit: person.giveLimit, undoAll: person.undoAll },
  );
  const [draft, setDraft] = useState(first);
  const [asked, setAsked] = useState(false);
  useStayHere(!isSame(first, draft));
  const title = person === null ? t('form.add') : t('form.change', { name: person.name });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    const name = draft.name.trim();
    if (name !== '') onSave({ ...draft, name });
  };
  return (
    <form
      className={classes.form}
      onSubmit={submit}
      noValidate
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <h2 className={classes.formTitle}>{title}</h2>
      <TextInput
        label={t('form.name')}
        value={draft.name}
        maxLength={80}
        autoFocus
        autoComplete="off"
        error={asked && draft.name.trim() === '' && t('form.nameMissing')}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <div>
        <p id={id} className={classes.label}>
          {t('form.role')}
        </p>
        <SegmentedControl
          fullWidth
          aria-labelledby={id}
          data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          value={draft.role}
          onChange={(role) => setDraft({ ...draft, role })}
        />
        <p className={classes.note}>{t(`form.roleNote.${draft.role}`)}</p>
      </div>
      {draft.role === 'staff' && (
        <>
          <AmountInput
            label={t('form.give')}
            description={t('form.giveNote')}
            value={draft.giveLimit}
            onChange={(giveLimit) => setDraft({ ...draft, giveLimit })}
          />
          <Switch
            label={t('form.undoAll')}
            checked={draft.undoAll}
            onChange={(event) => setDraft({ ...draft, undoAll: event.currentTarget.checked })}
          />
        </>
      )}
      <FailureBanner error={error} />
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={pending}>
          {saveLabel}
        </Button>
      </div>
      {children}
    </form>
  );
};
