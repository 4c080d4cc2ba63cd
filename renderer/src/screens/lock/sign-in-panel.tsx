import { Button } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffDoor } from '#shared/contract/staff.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { PinPad } from '../../components/pin-pad.tsx';
import { captureScans } from '../../scanner/capture-scans.ts';
import { readScannerPrefix } from '../../scanner/scanner-prefix.ts';
import classes from './lock.module.css';
import type { PersonAtDoor } from './people-to-choose.tsx';
import { signInWords } from './sign-in-words.ts';
import { useSignIn } from './use-sign-in.ts';

/** The PIN of the chosen person, or a staff card of anybody. Keyed by person: another one begins anew. */
export const SignInPanel = ({
  person,
  cards,
  onUnlocked,
  onOwnPin,
  onRecover,
}: {
  person: PersonAtDoor;
  /** Whether anybody has a staff card. */
  cards: boolean;
  onUnlocked: (door: StaffDoor) => void;
  onOwnPin: () => void;
  onRecover: () => void;
}) => {
  const { t } = useTranslation('staff');
  const sentence = useFailureSentence();
  const [pin, setPin] = useState('');
  const { state, withPin, withBadge, forget } = useSignIn(onUnlocked);
  const { staffId, name, role, digits } = person;
  const isShut = digits === null || state.kind === 'checking' || state.kind === 'waiting';

  const onScan = useRef(withBadge);
  useEffect(() => {
    onScan.current = withBadge;
  });
  useEffect(
    () =>
      captureScans(globalThis.window, {
        onScan: ({ candidates }) => {
          setPin('');
          void onScan.current(candidates);
        },
        onTakeBack: () => setPin(''),
        prefix: readScannerPrefix(),
      }),
    [],
  );

  const type = (typed: string) => {
    setPin(typed);
    if (typed !== '' && state.kind !== 'ready') forget();
    if (digits === null || typed.length < digits) return;
    void withPin(staffId, typed).finally(() => setPin(''));
  };
  return (
    <div className={classes.panel}>
      <PinPad
        label={digits === null ? `${name}: ${t('lock.noPin')}` : t('lock.pinFor', { name })}
        value={pin}
        circles={digits ?? 4}
        most={digits ?? 4}
        disabled={isShut}
        onChange={type}
      />
      <p className={classes.said} role="alert" data-bad={state.kind !== 'checking' || undefined}>
        {signInWords(t, sentence, state)}
      </p>
      {cards && (
        <p className={classes.card}>
          <IconScan size={22} stroke={1.9} aria-hidden />
          {t('lock.card')}
        </p>
      )}
      <div className={classes.other}>
        {digits !== null && (
          <Button variant="subtle" onClick={onOwnPin}>
            {t('lock.ownPin')}
          </Button>
        )}
        {role === 'owner' && (
          <Button variant="subtle" onClick={onRecover}>
            {t('lock.forgot')}
          </Button>
        )}
      </div>
    </div>
  );
};
