import { useTranslation } from 'react-i18next';
import type { StepState } from '#shared/contract/month-close.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './close.module.css';
import { ReasonForm } from './reason-form.tsx';
import { StepFindings } from './step-findings.tsx';
import type { CloseCalls } from './use-close-calls.ts';

/** Beside the list: what was found in one step, and how to leave it out where that is allowed. */
export const StepDetails = ({
  step,
  month,
  over,
  calls,
}: {
  step: StepState;
  month: string;
  over: boolean;
  calls: CloseCalls;
}) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const title = t(`step.${step.step}`);
  return (
    <Card title={title} aria-label={title} className={classes.details ?? ''}>
      <div className={classes.findings}>
        <StepFindings step={step} calls={calls} />
      </div>
      {step.skipped !== null && step.state === 'skipped' && (
        <HintRow tone="quiet">
          {t('found.skipped', {
            by: step.skipped.by,
            date: format.date(format.dayAt(step.skipped.at)),
            reason: step.skipped.reason,
          })}
        </HintRow>
      )}
      {over && step.skippable && step.state === 'open' && (
        <ReasonForm
          openLabel={t('skip.open')}
          label={t('skip.reason')}
          hint={t('skip.hint')}
          saveLabel={t('skip.save')}
          pending={calls.skip.isPending}
          onSave={(reason) =>
            calls.skip.mutate({ requestId: newRequestId(), month, step: step.step, reason })
          }
        />
      )}
    </Card>
  );
};
