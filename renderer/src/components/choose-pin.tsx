import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pinLengths, pinWeakness } from '#shared/domain/staff/pin-rules.ts';
import classes from './choose-pin.module.css';
import { PinPad } from './pin-pad.tsx';

/** A new PIN, typed twice. What is easy to guess is refused before it is sent. */
export const ChoosePin = ({
  name,
  pending = false,
  said = '',
  onChosen,
}: {
  /** Whose; empty for the person before the screen. */
  name: string;
  pending?: boolean;
  /** What the program answered to the last one. */
  said?: string;
  onChosen: (pin: string) => void;
}) => {
  const { t } = useTranslation('staff');
  const [first, setFirst] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState('');
  const isLong = pin.length >= pinLengths.min;

  const type = (typed: string) => {
    setPin(typed);
    setProblem('');
  };
  const again = (why: string) => {
    setFirst(null);
    setPin('');
    setProblem(why);
  };
  const go = () => {
    if (!isLong || pending) return;
    if (first === null) {
      if (pinWeakness(pin) !== null) return again(t('choose.weak'));
      setFirst(pin);
      setPin('');
      return;
    }
    if (first !== pin) return again(t('choose.different'));
    setFirst(null);
    setPin('');
    onChosen(pin);
  };
  const newPin = name === '' ? t('choose.first') : t('choose.firstOf', { name });
  return (
    <div className={classes.choose}>
      <PinPad
        label={first === null ? newPin : t('choose.repeat')}
        value={pin}
        circles={first?.length ?? pinLengths.min}
        most={pinLengths.max}
        disabled={pending}
        onChange={type}
        onEnter={go}
      />
      <p className={classes.said} role="alert">
        {problem || said}
      </p>
      <Button size="lg" fullWidth disabled={!isLong} loading={pending} onClick={go}>
        {first === null ? t('choose.next') : t('choose.save')}
      </Button>
    </div>
  );
};
