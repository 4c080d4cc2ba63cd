import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pinLengths } from '#shared/domain/staff/pin-rules.ts';
import classes from './choose-pin.module.css';
import { PinPad } from './pin-pad.tsx';
import { usePinChoice } from './use-pin-choice.ts';

/** A new PIN, typed twice. */
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
  const { pin, problem, isLong, repeats, circles, type, go } = usePinChoice(onChosen);
  const goOn = () => {
    if (!pending) go();
  };
  const newPin = name === '' ? t('choose.first') : t('choose.firstOf', { name });
  return (
    <div className={classes.choose}>
      <PinPad
        label={repeats ? t('choose.repeat') : newPin}
        value={pin}
        circles={circles}
        most={pinLengths.max}
        disabled={pending}
        onChange={type}
        onEnter={goOn}
      />
      <p className={classes.said} role="alert">
        {problem || said}
      </p>
      <Button size="lg" fullWidth disabled={!isLong} loading={pending} onClick={goOn}>
        {t(repeats ? 'choose.save' : 'choose.next')}
      </Button>
    </div>
  );
};
