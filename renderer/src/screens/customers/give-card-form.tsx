import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './member-card.module.css';

/**
 * Gives a card somebody holds already. The scanner types into this field instead of opening the till,
 * because here a scan means "this card for this person".
 */
export const GiveCardForm = ({
  pending,
  onGive,
}: {
  pending: boolean;
  onGive: (code: string, done: () => void) => void;
}) => {
  const { t } = useTranslation('customers');
  const [code, setCode] = useState('');
  return (
    <form
      className={classes.give}
      data-scanner="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '' && !pending) onGive(code.trim(), () => setCode(''));
      }}
    >
      <h3 className={classes.giveTitle}>{t('card.give')}</h3>
      <TextInput
        label={t('card.giveLabel')}
        description={t('card.giveHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={code.trim() === ''} loading={pending}>
        {t('card.giveSave')}
      </Button>
    </form>
  );
};
