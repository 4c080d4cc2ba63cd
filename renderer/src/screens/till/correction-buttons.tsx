import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTillStore } from './till-context.tsx';
import type { RefundForm, VisitToMove } from './till-panels.ts';

/** What can be put right about a check-in besides undoing it: whose it was, and money to give back if there is any. */
export const CorrectionButtons = ({ visit, refund }: { visit: VisitToMove; refund: RefundForm | null }) => {
  const { t } = useTranslation(['till', 'tillActs']);
  const { dispatch } = useTillStore();
  return (
    <>
      <Button variant="default" onClick={() => dispatch({ type: 'startMove', visit })}>
        {t('today.move')}
      </Button>
      {refund !== null && (
        <Button variant="default" onClick={() => dispatch({ type: 'startRefund', form: refund })}>
          {t('tillActs:refund.open')}
        </Button>
      )}
    </>
  );
};
