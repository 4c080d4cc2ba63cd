import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffDoor } from '#shared/contract/staff.ts';
import { client } from '../../api/client.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { ChoosePin } from '../../components/choose-pin.tsx';
import { PinPad } from '../../components/pin-pad.tsx';
import classes from './lock.module.css';
import type { PersonAtDoor } from './people-to-choose.tsx';

/** A new PIN for whoever knows the present one; it opens the till as well. */
export const OwnPinPanel = ({
  person,
  onDone,
  onBack,
}: {
  person: PersonAtDoor;
  onDone: (door: StaffDoor) => void;
  onBack: () => void;
}) => {
  const { t } = useTranslation('staff');
  const sentence = useFailureSentence();
  const [typed, setTyped] = useState('');
  const [current, setCurrent] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const digits = person.digits ?? 4;

  const change = async (pin: string) => {
    setPending(true);
    setError(null);
    try {
      await client.staff.signIn({ staffId: person.staffId, pin: current ?? '' });
      onDone(await client.staff.changeOwnPin({ current: current ?? '', pin }));
    } catch (failed) {
      // Until the new PIN is set the screen stays locked, as it was.
      await client.staff.lock().catch(() => undefined);
      setError(failed);
      setTyped('');
      setCurrent(null);
      setPending(false);
    }
  };
  return (
    <div className={classes.panel}>
      {current === null ? (
        <>
          <PinPad
            label={t('own.current', { name: person.name })}
            value={typed}
            circles={digits}
            most={digits}
            onChange={(next) => {
              setTyped(next);
              if (next.length >= digits) setCurrent(next);
            }}
          />
          <p className={classes.said} role="alert" data-bad>
            {error === null ? '' : sentence(error)}
          </p>
        </>
      ) : (
        <ChoosePin name="" pending={pending} onChosen={(pin) => void change(pin)} />
      )}
      <div className={classes.other}>
        <Button variant="subtle" disabled={pending} onClick={onBack}>
          {t('recover.back')}
        </Button>
      </div>
    </div>
  );
};
