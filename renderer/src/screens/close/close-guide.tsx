import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CloseStep, StepState } from '#shared/contract/month-close.ts';
import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ForCall } from '../../shell/for-call.tsx';
import { ExportStatus } from '../exports/export-status.tsx';
import { useExport } from '../exports/use-export.ts';
import classes from './close.module.css';
import { ChainDamages } from './close-damages.tsx';
import { LogCheck } from './log-check.tsx';
import { NextMonthCard } from './next-month-card.tsx';
import { StepButton } from './step-button.tsx';
import { StepDetails } from './step-details.tsx';
import { nextStep, stepsLeft } from './step-facts.ts';
import { StepRow } from './step-row.tsx';
import { useCloseCalls } from './use-close-calls.ts';

/** The steps before the close; the button under them is locked until all are settled. */
export const CloseGuide = ({
  month,
  at,
  name,
  over,
  steps,
}: {
  month: string;
  at: BusinessMonth;
  /** The month's name. */
  name: string;
  /** The month has ended; before that the steps are only looked at. */
  over: boolean;
  steps: readonly StepState[];
}) => {
  const calls = useCloseCalls();
  const saving = useExport();
  const list = useRef<HTMLOListElement>(null);
  const [chosen, setChosen] = useState<CloseStep | null>(null);
  const next = nextStep(steps);
  const shown = steps.find(({ step }) => step === (chosen ?? next)) ?? steps.at(-1);

  // The button that was pressed is gone then, so the focus goes where the work goes on.
  const before = useRef(next);
  useEffect(() => {
    if (before.current === next) return;
    before.current = next;
    setChosen(null);
    const following = list.current?.querySelector<HTMLElement>(
      next === null
        ? '[data-close]'
        : `[data-step="${next}"] [data-act] button, [data-step="${next}"] button`,
    );
    following?.focus();
  }, [next]);

  const failed =
    calls.confirm.error ?? calls.skip.error ?? calls.undo.error ?? calls.close.error ?? calls.backUp.error;
  return (
    <div className={classes.guide}>
      <Card className={classes.steps ?? ''}>
        <ol ref={list} className={classes.list}>
          {steps.map((step, index) => (
            <StepRow
              key={step.step}
              step={step}
              number={index + 1}
              next={over && step.step === next}
              shown={shown?.step === step.step}
              onShow={() => setChosen(step.step)}
            >
              {over && (
                <StepButton
                  step={step}
                  month={month}
                  next={step.step === next}
                  calls={calls}
                  saving={saving}
                />
              )}
            </StepRow>
          ))}
          {over && <CloseButton month={month} name={name} steps={steps} calls={calls} />}
        </ol>
        <ChainDamages />
        {over && (
          <ForCall call="audit.verify">
            <LogCheck />
          </ForCall>
        )}
        <FailureBanner error={failed} />
        <ExportStatus state={saving.state} onStop={saving.stop} />
      </Card>
      <div className={classes.column}>
        {shown !== undefined && (
          <StepDetails key={shown.step} step={shown} month={month} over={over} calls={calls} />
        )}
        {over && <NextMonthCard at={at} />}
      </div>
    </div>
  );
};

const CloseButton = ({
  month,
  name,
  steps,
  calls,
}: {
  month: string;
  name: string;
  steps: readonly StepState[];
  calls: ReturnType<typeof useCloseCalls>;
}) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const left = stepsLeft(steps);
  const names = left.map((step) => t(`step.${step}`).toLocaleLowerCase()).join(', ');
  return (
    <li className={classes.closing}>
      <Button
        size="xl"
        fullWidth
        data-close
        leftSection={<IconLock size={24} stroke={2} aria-hidden />}
        disabled={left.length > 0}
        onClick={() => setAsking(true)}
      >
        {t('close', { month: name })}
      </Button>
      <p className={classes.left} role="status">
        {left.length === 0
          ? t('ready')
          : t('left', { count: left.length, n: format.number(left.length), steps: names })}
      </p>
      <ConfirmModal
        opened={asking}
        title={t('ask.title', { month: name })}
        confirmLabel={t('ask.confirm')}
        pending={calls.close.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          calls.close.mutate({ requestId: newRequestId(), month }, { onSettled: () => setAsking(false) })
        }
      >
        {t('ask.text')}
      </ConfirmModal>
    </li>
  );
};
