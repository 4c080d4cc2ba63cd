import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pinLengths, pinWeakness } from '#shared/domain/staff/pin-rules.ts';

/** A new PIN as it is typed twice. What is easy to guess is refused before it is sent. */
export const usePinChoice = (onChosen: (pin: string) => void) => {
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
    if (!isLong) return;
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
  /** Circles of the second time are those of the first. */
  return {
    pin,
    problem,
    isLong,
    repeats: first !== null,
    circles: first?.length ?? pinLengths.min,
    type,
    go,
  };
};
