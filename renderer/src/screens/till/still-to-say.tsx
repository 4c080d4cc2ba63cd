import { HintList } from './hint-list.tsx';
import { useCustomerCard } from './use-till-data.ts';

/** After the check-in: what was to be said and has not been ticked off yet. */
export const StillToSay = ({ customerId }: { customerId: number }) => {
  const { card } = useCustomerCard(customerId, false);
  const hints = card?.hints.filter((hint) => hint.kind === 'followUp') ?? [];
  return hints.length === 0 ? null : <HintList customerId={customerId} hints={hints} />;
};
