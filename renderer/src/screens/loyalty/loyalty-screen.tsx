import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { ProgrammeEditor } from './editor/programme-editor.tsx';
import { ExpiringList } from './lists/expiring-list.tsx';
import { PriceHolds } from './lists/price-holds.tsx';
import { Reconciliation } from './lists/reconciliation.tsx';
import { TierLists } from './lists/tier-lists.tsx';
import { VoucherList } from './lists/voucher-list.tsx';

const route = getRouteApi('/loyalty');

/** The draft and what is in force, once both are known. */
const Programme = () => {
  const programme = useQuery(orpc.loyalty.programme.queryOptions());
  const draft = useQuery(orpc.loyalty.draft.queryOptions());
  const error = programme.error ?? draft.error;
  if (programme.data === undefined || draft.data === undefined) {
    return (
      <FailureBanner
        error={error}
        onRetry={() => {
          void programme.refetch();
          void draft.refetch();
        }}
      />
    );
  }
  return <ProgrammeEditor programme={programme.data} draft={draft.data} />;
};

/** The loyalty programme: its rules, and the lists the owner works with. */
export const LoyaltyScreen = () => {
  const { view = 'programme' } = route.useSearch();
  switch (view) {
    case 'programme':
      return <Programme />;
    case 'tiers':
      return <TierLists />;
    case 'expiring':
      return <ExpiringList />;
    case 'vouchers':
      return <VoucherList />;
    case 'prices':
      return <PriceHolds />;
    case 'reconciliation':
      return <Reconciliation />;
  }
};
