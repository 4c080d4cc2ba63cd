import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/contract/customers.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { PersonSearch } from '../../components/person-search.tsx';
import classes from './membership.module.css';

/** Who shares the wallet, each with a rhythm of their own. */
export const HouseholdCard = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('membership');
  const cache = useQueryClient();
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: orpc.customers.key() }),
      cache.invalidateQueries({ queryKey: orpc.till.key() }),
      cache.invalidateQueries({ queryKey: orpc.loyalty.key() }),
    ]);
  const join = useMutation(orpc.customers.joinHousehold.mutationOptions({ onSettled: refresh }));
  const leave = useMutation(orpc.customers.leaveHousehold.mutationOptions({ onSettled: refresh }));
  const { household } = customer;
  return (
    <Card title={t('household.title')}>
      {household.length === 0 ? (
        <>
          <p className={classes.quiet}>{t('household.alone')}</p>
          <PersonSearch
            label={t('household.join')}
            description={t('household.joinHint')}
            exceptId={customer.id}
            onChoose={(withId) => join.mutate({ requestId: newRequestId(), customerId: customer.id, withId })}
          />
        </>
      ) : (
        <>
          <ul className={classes.people}>
            {household.map(({ customerId, name }) => (
              <li key={customerId}>
                <Link
                  to="/customers/$customerId"
                  params={{ customerId: String(customerId) }}
                  className={classes.link}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
          <p className={classes.quiet}>{t('household.leaveHint')}</p>
          <div className={classes.acts}>
            <Button
              variant="default"
              loading={leave.isPending}
              onClick={() => leave.mutate({ requestId: newRequestId(), customerId: customer.id })}
            >
              {t('household.leave')}
            </Button>
          </div>
        </>
      )}
      <FailureBanner error={join.error ?? leave.error} />
    </Card>
  );
};
