import { NativeSelect, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { businessMonth } from '#shared/domain/business-day/business-day.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import type { CustomerDraft, DraftProblems } from './customer-draft.ts';
import classes from './customer-form.module.css';

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const anyYear = 2000;

/** Name, how to reach them, birthday. */
export const WhoFields = ({
  draft,
  problems,
  nameField,
  onChange,
}: {
  draft: CustomerDraft;
  /** Null until somebody tried to save. */
  problems: DraftProblems | null;
  nameField: RefObject<HTMLInputElement | null>;
  onChange: (change: Partial<CustomerDraft>) => void;
}) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const birthday = problems?.birthday ?? null;
  return (
    <Card title={t('form.who')} className={classes.fields ?? ''}>
      <TextInput
        ref={nameField}
        label={t('form.name')}
        required
        autoFocus
        autoComplete="off"
        maxLength={120}
        value={draft.name}
        error={problems?.name === true ? t('form.error.name') : null}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('form.phone')}
        type="tel"
        autoComplete="off"
        maxLength={40}
        value={draft.phone}
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
      />
      <TextInput
        label={t('form.email')}
        type="email"
        autoComplete="off"
        maxLength={200}
        value={draft.email}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <fieldset className={classes.birthday}>
        <legend>{t('form.birthday')}</legend>
        <TextInput
          label={t('form.birthDay')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          value={draft.birthDay}
          error={birthday === 'birthday'}
          onChange={(event) => onChange({ birthDay: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('form.birthMonth')}
          size="lg"
          value={draft.birthMonth}
          error={birthday === 'birthday'}
          data={[
            { value: '', label: t('form.noMonth') },
            ...months.map((month) => ({
              value: String(month),
              label: format.monthName(businessMonth(anyYear * 12 + month - 1)),
            })),
          ]}
          onChange={(event) => onChange({ birthMonth: event.currentTarget.value })}
        />
        <TextInput
          label={t('form.birthYear')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={draft.birthYear}
          error={birthday === 'year'}
          onChange={(event) => onChange({ birthYear: event.currentTarget.value })}
        />
        {birthday !== null && <p className={classes.fieldError}>{t(`form.error.${birthday}`)}</p>}
      </fieldset>
    </Card>
  );
};
