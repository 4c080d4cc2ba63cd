import { Button, TextInput } from '@mantine/core';
import { IconArrowRight, IconKey } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { pinLengths } from '#shared/domain/staff/pin-rules.ts';
import { HintRow } from '../../components/hint-row.tsx';
import { PinPad } from '../../components/pin-pad.tsx';
import { StepBack } from '../../components/step-back.tsx';
import { usePinChoice } from '../../components/use-pin-choice.ts';
import classes from './first-run.module.css';

/** Who the owner is: a name and a PIN typed twice. Whoever works alone goes on without. */
export const PinStep = ({
  name,
  onName,
  onBack,
  onWithout,
  onChosen,
}: {
  name: string;
  onName: (name: string) => void;
  onBack: () => void;
  onWithout: () => void;
  onChosen: (pin: string) => void;
}) => {
  const { t } = useTranslation(['firstRun', 'common', 'staff']);
  const field = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  const hasName = name.trim() !== '';
  const choice = usePinChoice(onChosen);
  const goOn = () => {
    if (hasName) return choice.go();
    setAsked(true);
    field.current?.focus();
  };
  // The digits that follow are for the pad, wherever it is: they count in no field.
  const toPad = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    setAsked(true);
    if (hasName) field.current?.blur();
  };
  return (
    <div className={classes.form} data-scanner="off">
      <div className={classes.pinStep}>
        <div className={classes.pinWords}>
          <h1 className={classes.title}>{t('pin.title')}</h1>
          <p className={classes.subtitle}>{t('pin.subtitle')}</p>
          <TextInput
            ref={field}
            className={classes.ownName}
            label={t('pin.name')}
            value={name}
            maxLength={80}
            autoComplete="given-name"
            autoFocus
            error={asked && !hasName && t('pin.nameMissing')}
            onChange={(event) => onName(event.currentTarget.value)}
            onKeyDown={toPad}
          />
          <HintRow tone="quiet" icon={IconKey}>
            <Trans t={t} i18nKey="pin.sheet" components={{ strong: <strong /> }} />
          </HintRow>
        </div>
        <div className={classes.pinPad}>
          <PinPad
            label={t(choice.repeats ? 'staff:choose.repeat' : 'staff:choose.first')}
            value={choice.pin}
            circles={choice.circles}
            most={pinLengths.max}
            onChange={choice.type}
            onEnter={goOn}
          />
          <p className={classes.problem} role="alert">
            {choice.problem}
          </p>
        </div>
      </div>
      <div className={classes.foot}>
        <StepBack onClick={onBack}>{t('common:back')}</StepBack>
        <span className={classes.push} />
        <Button size="lg" variant="subtle" onClick={onWithout}>
          {t('pin.without')}
        </Button>
        <Button
          size="xl"
          disabled={!choice.isLong}
          rightSection={<IconArrowRight size={24} aria-hidden />}
          onClick={goOn}
        >
          {t('common:next')}
        </Button>
      </div>
    </div>
  );
};
