import { Button, PasswordInput } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { StepBack } from '../../components/step-back.tsx';
import classes from './restore.module.css';

/** Step two: the passphrase of a locked backup, with the hint that was written down for it. */
export const PassphraseStep = ({
  hint,
  failure,
  onBack,
  onOpen,
}: {
  hint: string;
  failure: unknown;
  onBack: () => void;
  onOpen: (passphrase: string) => void;
}) => {
  const { t } = useTranslation(['restore', 'common']);
  const [typed, setTyped] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (typed !== '') onOpen(typed);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <h2 className={classes.title}>{t('passphrase.title')}</h2>
      <p className={classes.lead}>{t('passphrase.text')}</p>
      <PasswordInput
        className={classes.word ?? ''}
        label={t('passphrase.field')}
        value={typed}
        maxLength={200}
        autoComplete="off"
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <HintRow tone="quiet">{hint === '' ? t('passphrase.noHint') : t('passphrase.hint', { hint })}</HintRow>
      <FailureBanner error={failure} />
      {failure !== null && <p className={classes.lead}>{t('passphrase.lost')}</p>}
      <div className={classes.foot}>
        <StepBack onClick={onBack}>{t('compare.back')}</StepBack>
        <Button
          size="lg"
          type="submit"
          disabled={typed === ''}
          rightSection={<IconArrowRight size={22} aria-hidden />}
        >
          {t('passphrase.open')}
        </Button>
      </div>
    </form>
  );
};
