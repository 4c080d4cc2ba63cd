import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { CloseDamages } from './close-damages.tsx';

/** Whether anybody changed a closed month, in plain words; every close is verified with each answer. */
export const ChainCheck = () => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const answer = useQuery(orpc.monthClose.list.queryOptions());
  const closes = answer.data?.closes;
  if (closes === undefined) {
    return <FailureBanner error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (closes.length === 0) return null;
  if (closes.some(({ broken }) => broken.length > 0)) return <CloseDamages closes={closes} />;
  return (
    <HintRow tone="good">
      {t('chain.good', { count: closes.length, n: format.number(closes.length) })}
    </HintRow>
  );
};
