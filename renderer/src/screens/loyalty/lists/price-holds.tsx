import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../api/queries.ts';
import { newRequestId } from '../../../api/request-id.ts';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { HoldPricesForm } from './hold-prices-form.tsx';
import { ListPage } from './list-page.tsx';
import classes from './lists.module.css';
import { PersonLink } from './person-link.tsx';

/** Today's prices kept for loyal people until a day. */
export const PriceHolds = () => {
  const { t } = useTranslation('lists');
  const format = useFormat();
  const cache = useQueryClient();
  const { data, error, refetch } = useQuery(orpc.vouchers.holds.queryOptions());
  const end = useMutation(
    orpc.vouchers.endHold.mutationOptions({
      onSettled: () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: orpc.vouchers.key() }),
          cache.invalidateQueries({ queryKey: orpc.till.key() }),
        ]),
    }),
  );
  return (
    <ListPage view="prices">
      <div className={classes.two}>
        <Card title={t('prices.kept')}>
          <FailureBanner error={error ?? end.error} onRetry={() => void refetch()} />
          {data?.holds.length === 0 && <p className={classes.quiet}>{t('prices.none')}</p>}
          <ul className={classes.rows}>
            {data?.holds.map(({ holdId, customerId, forName, sinceDay, untilDay, raised }) => (
              <li key={holdId} className={classes.row}>
                <div className={classes.words}>
                  {customerId === null ? (
                    <strong>{t('prices.forTier', { name: forName })}</strong>
                  ) : (
                    <PersonLink customerId={customerId} name={forName} />
                  )}
                  <p className={`${classes.quiet} num`}>
                    {t('prices.until', { since: format.date(sinceDay), until: format.date(untilDay) })}{' '}
                    {t('prices.raised', { count: raised, n: format.number(raised) })}
                  </p>
                </div>
                <Button
                  variant="default"
                  disabled={end.isPending}
                  onClick={() => end.mutate({ requestId: newRequestId(), holdId })}
                >
                  {t('prices.end')}
                  <span className="visually-hidden">: {forName}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Card>
        <HoldPricesForm />
      </div>
    </ListPage>
  );
};
