import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { BackButton } from './back-button.tsx';
import { HouseholdCard } from './household-card.tsx';
import classes from './membership.module.css';
import { MergeCard } from './merge-card.tsx';
import { TierCard } from './tier-card.tsx';
import { VouchersCard } from './vouchers-card.tsx';

const route = getRouteApi('/customers/$customerId/membership');

/** What a person has in the programme beside points: tier, vouchers, household; and whether they are entered twice. */
export const MembershipScreen = () => {
  const { t } = useTranslation('membership');
  const customerId = Number(route.useParams().customerId);
  const sentence = useFailureSentence();
  const profile = useQuery(orpc.customers.get.queryOptions({ input: { customerId } }));
  if (profile.data === undefined) {
    return profile.isError ? (
      <ErrorState text={sentence(profile.error)} onRetry={() => void profile.refetch()} />
    ) : null;
  }
  const { customer } = profile.data;
  return (
    <div key={customerId}>
      <div className={classes.head}>
        <BackButton fallback="/customers" />
        <PageTitle title={customer.name} subtitle={t('subtitle')} />
      </div>
      <div className={classes.columns}>
        <VouchersCard customer={customer} />
        <div className={classes.stack}>
          <TierCard customerId={customerId} />
          <HouseholdCard customer={customer} />
          <MergeCard customer={customer} />
        </div>
      </div>
    </div>
  );
};
