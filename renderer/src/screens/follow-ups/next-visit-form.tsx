import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpBecause, FollowUpEntry } from '#shared/contract/follow-ups.ts';
import classes from './follow-ups.module.css';

/** What a reason needs for the words at the till. */
const factsOf = (because: FollowUpBecause) => ({
  text: because.kind === 'promise' ? because.text : '',
  item: because.kind === 'afterItem' ? because.itemName : '',
  name: because.kind === 'referral' ? because.friendName : because.kind === 'campaign' ? because.name : '',
});

/** What the till will remind of at the next visit; it begins with words for the reason. */
export const NextVisitForm = ({
  entry,
  usual,
  isBusy,
  onWrite,
  onCancel,
}: {
  entry: FollowUpEntry;
  /** What the playbook says at the till; null = nothing. */
  usual: string | null;
  isBusy: boolean;
  onWrite: (words: string) => void;
  onCancel: () => void;
}) => {
  const { t } = useTranslation(['followUps', 'common']);
  const { because, name } = entry;
  const [words, setWords] = useState(() =>
    (because.kind === 'promise' || usual === null
      ? t(`next.ask.${because.kind}`, factsOf(because))
      : usual
    ).slice(0, 300),
  );
  const isReady = words.trim().length >= 3;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onWrite(words.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <h3 className={classes.small}>{t('next.title', { name })}</h3>
      <TextInput
        data-autofocus
        autoFocus
        label={t('next.words')}
        description={t('next.hint')}
        maxLength={300}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={classes.formActs}>
        <Button type="submit" disabled={!isReady || isBusy}>
          {t('next.do')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
};
