import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../api/queries.ts';
import { newRequestId } from '../../../api/request-id.ts';
import { AmountInput } from '../../../components/amount-input.tsx';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from './lists.module.css';

/** What staff may give away in a month; an empty field is no limit. */
export const BudgetsCard = () => {
  const { t } = useTranslation('vouchers');
  const format = useFormat();
  const cache = useQueryClient();
  const { data, error, refetch } = useQuery(orpc.vouchers.budgets.queryOptions());
  const set = useMutation(
    orpc.vouchers.setBudget.mutationOptions({
      onSuccess: (saved) => cache.setQueryData(orpc.vouchers.budgets.queryKey(), saved),
    }),
  );
  return (
    <Card title={t('budget.title')} aside={<span role="status">{set.isSuccess && t('budget.saved')}</span>}>
      <p className={classes.quiet}>{t('budget.text')}</p>
      <FailureBanner error={error ?? set.error} onRetry={() => void refetch()} />
      {data?.budgets.map(({ kind, perMonth, spent }) => (
        <div key={kind} className={classes.budget}>
          <AmountInput
            label={t(`budget.${kind}`)}
            description={t('budget.spent', { spent: format.money(spent) })}
            placeholder={t('budget.noLimit')}
            commitOn="blur"
            value={perMonth}
            onChange={(amount) => set.mutate({ requestId: newRequestId(), kind, perMonth: amount })}
          />
        </div>
      ))}
    </Card>
  );
};
