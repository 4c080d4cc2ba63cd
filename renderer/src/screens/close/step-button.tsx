import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StepState } from '#shared/contract/month-close.ts';
import { newRequestId } from '../../api/request-id.ts';
import type { useExport } from '../exports/use-export.ts';
import { SaveButtons } from './save-buttons.tsx';
import { booksClose } from './step-facts.ts';
import type { CloseCalls } from './use-close-calls.ts';

/** The button that settles a step, or leads to where it is settled. */
export const StepButton = ({
  step,
  month,
  next,
  calls,
  saving,
}: {
  step: StepState;
  month: string;
  next: boolean;
  calls: CloseCalls;
  saving: ReturnType<typeof useExport>;
}) => {
  const { t } = useTranslation('close');
  const navigate = useNavigate();
  const variant = next ? 'filled' : 'default';
  switch (step.step) {
    case 'unfinished':
      return step.state === 'open' ? (
        <Button variant={variant} onClick={() => void navigate({ to: '/till' })}>
          {t('act.unfinished')}
        </Button>
      ) : null;
    case 'duplicates':
    case 'oddDays':
      return step.state === 'open' ? (
        <Button
          variant={variant}
          loading={calls.confirm.isPending && calls.confirm.variables.step === step.step}
          onClick={() => calls.confirm.mutate({ requestId: newRequestId(), month, step: step.step })}
        >
          {t(`act.${step.step}`)}
        </Button>
      ) : null;
    case 'rollForward':
      return booksClose(step) ? null : (
        <Button
          variant={variant}
          onClick={() => void navigate({ to: '/loyalty', search: { view: 'reconciliation' } })}
        >
          {t('act.rollForward')}
        </Button>
      );
    case 'figures':
      return (
        <Button
          variant={variant}
          onClick={() => void navigate({ to: '/month/$month/report', params: { month } })}
        >
          {t('act.figures')}
        </Button>
      );
    case 'backup':
      return (
        <Button
          variant={variant}
          loading={calls.backUp.isPending}
          onClick={() => calls.backUp.mutate(undefined)}
        >
          {t('act.backup')}
        </Button>
      );
    case 'export':
      return <SaveButtons month={month} next={next} saving={saving} />;
    case 'overdrawn':
      return null;
  }
};
