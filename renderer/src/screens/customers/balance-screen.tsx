import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/customers.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { BackButton } from './back-button.tsx';
import classes from './balance.module.css';
import { BalanceTable } from './balance-table.tsx';

const route = getRouteApi('/customers/$customerId/balance');

/** Every change of a person's points or stamps, each with its reason. */
export const BalanceScreen = () => {
  const customerId = Number(route.useParams().customerId);
  const { unit } = route.useSearch();
  const sentence = useFailureSentence();
  const profile = useQuery(orpc.customers.get.queryOptions({ input: { customerId } }));
  if (profile.data === undefined) {
    return profile.isError ? (
      <ErrorState text={sentence(profile.error)} onRetry={() => void profile.refetch()} />
    ) : null;
  }
  return <Balances profile={profile.data} unit={unit} />;
};

const Balances = ({ profile, unit }: { profile: Profile; unit: number | undefined }) => {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const customerId = profile.customer.id;
  const shown = profile.balances.find(({ unitId }) => unitId === unit) ?? profile.balances[0];
  return (
    <div className={classes.screen}>
      <div className={classes.head}>
        <BackButton fallback="/customers" />
        <PageTitle title={profile.customer.name} subtitle={t('balance.explained')}>
          {profile.balances.length > 1 && shown !== undefined && (
            <SegmentedControl
              aria-label={t('balance.unit')}
              data={profile.balances.map(({ unitId, kind, name }) => ({
                value: String(unitId),
                label: kind === 'points' ? t('balance.points') : name,
              }))}
              value={String(shown.unitId)}
              onChange={(chosen) =>
                void navigate({
                  to: '/customers/$customerId/balance',
                  params: { customerId: String(customerId) },
                  search: { unit: Number(chosen) },
                  replace: true,
                })
              }
            />
          )}
        </PageTitle>
      </div>
      {shown === undefined ? (
        <Card>
          <p>{t('balance.noUnits')}</p>
        </Card>
      ) : (
        <BalanceTable
          key={shown.unitId}
          customerId={customerId}
          name={profile.customer.name}
          unitId={shown.unitId}
        />
      )}
    </div>
  );
};
