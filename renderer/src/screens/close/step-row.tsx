import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepState } from '#shared/contract/month-close.ts';
import classes from './close.module.css';
import { useStepLine } from './use-step-line.ts';

/** One step: its number or tick, what was found, and the button that settles it. */
export const StepRow = ({
  step,
  number,
  next,
  shown,
  onShow,
  children,
}: {
  step: StepState;
  number: number;
  /** It is the one to do now. */
  next: boolean;
  /** What was found stands beside the list. */
  shown: boolean;
  onShow: () => void;
  /** Its button; nothing where it settles itself. */
  children?: ReactNode;
}) => {
  const { t } = useTranslation('close');
  const lineOf = useStepLine();
  const settled = step.state !== 'open';
  return (
    <li className={classes.step} data-next={next || undefined} data-step={step.step}>
      <button type="button" className={classes.stepShow} aria-pressed={shown} onClick={onShow}>
        <span className={classes.mark} data-state={step.state} aria-hidden>
          {step.state === 'done' ? (
            <IconCheck size={22} stroke={2.4} />
          ) : step.state === 'skipped' ? (
            <IconMinus size={22} stroke={2.4} />
          ) : (
            number
          )}
        </span>
        <span className={classes.stepWords}>
          <span className={classes.stepTitle}>{t(`step.${step.step}`)}</span>
          <span className={classes.stepLine}>{lineOf(step)}</span>
        </span>
        <span className="visually-hidden">. {t('showStep')}</span>
      </button>
      <span className={classes.stepActs}>
        {children}
        {settled && (
          <span className={classes.tag} data-state={step.state}>
            {t(step.state === 'done' ? 'state.done' : 'state.skipped')}
          </span>
        )}
      </span>
    </li>
  );
};
