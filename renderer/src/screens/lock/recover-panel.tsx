import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffDoor } from '#shared/contract/staff.ts';
import { readRecoveryCode } from '#shared/domain/staff/secret-codes.ts';
import { client } from '../../api/client.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { ChoosePin } from '../../components/choose-pin.tsx';
import classes from './lock.module.css';

/** The owner's way in by the printed code: the code, then a new PIN. */
export const RecoverPanel = ({
  onRecovered,
  onBack,
}: {
  onRecovered: (door: StaffDoor, recoveryCode: string) => void;
  onBack: () => void;
}) => {
  const { t } = useTranslation('staff');
  const sentence = useFailureSentence();
  const [code, setCode] = useState('');
  const [asksPin, setAsksPin] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const recover = async (pin: string) => {
    setPending(true);
    setError(null);
    try {
      const { door, recoveryCode } = await client.staff.recover({ code, pin });
      onRecovered(door, recoveryCode);
    } catch (failed) {
      setError(failed);
      setAsksPin(false);
      setPending(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (readRecoveryCode(code) !== null) setAsksPin(true);
  };
  return (
    <div className={classes.panel}>
      {asksPin ? (
        <ChoosePin name="" pending={pending} onChosen={(pin) => void recover(pin)} />
      ) : (
        <form className={classes.recover} onSubmit={submit} data-scanner="off">
          <h2 className={classes.panelTitle}>{t('recover.title')}</h2>
          <p>{t('recover.subtitle')}</p>
          <TextInput
            label={t('recover.code')}
            description={t('recover.codeNote')}
            value={code}
            maxLength={40}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            error={error === null ? undefined : sentence(error)}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" size="lg" disabled={readRecoveryCode(code) === null}>
            {t('recover.next')}
          </Button>
        </form>
      )}
      <div className={classes.other}>
        <Button variant="subtle" disabled={pending} onClick={onBack}>
          {t('recover.back')}
        </Button>
      </div>
    </div>
  );
};
