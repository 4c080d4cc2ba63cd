import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PrivacyRulesView } from '#shared/contract/privacy-rules.ts';
import type { CareKind, CareRule } from '#shared/domain/privacy/privacy-rules.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';

/** What a row changes. */
export interface PrivacyChange {
  readonly inactiveMonths?: number | null;
  readonly care?: Partial<CareRule> & { readonly kind: CareKind };
}

const changed = (rules: PrivacyRulesView, { inactiveMonths, care }: PrivacyChange): PrivacyRulesView => {
  const { kind, ...rule } = care ?? { kind: null };
  return {
    inactiveMonths: inactiveMonths === undefined ? rules.inactiveMonths : inactiveMonths,
    care: kind === null ? rules.care : { ...rules.care, [kind]: { ...rules.care[kind], ...rule } },
  };
};

/** The rules of privacy, shown as changed at once and kept one change after the other; back again where it fails. */
export const usePrivacyRules = () => {
  const cache = useQueryClient();
  const key = orpc.privacy.rules.queryKey();
  const rules = useQuery(orpc.privacy.rules.queryOptions());
  const save = useMutation(
    orpc.privacy.setRules.mutationOptions({
      scope: { id: 'privacy-rules' },
      onMutate: async (change) => {
        await cache.cancelQueries({ queryKey: key });
        const before = cache.getQueryData(key);
        cache.setQueryData(key, (now) => now && changed(now, change as PrivacyChange));
        return { before };
      },
      onError: (_error, _change, context) => {
        if (context?.before !== undefined) cache.setQueryData(key, context.before);
      },
      onSuccess: (after) => cache.setQueryData(key, after),
      // Who is on the list, and what a profile and the till tell, follow from the rules.
      onSettled: async () => {
        const follow = [orpc.privacy.inactive.key(), orpc.privacy.careNotes.key()];
        for (const queryKey of [...follow, orpc.customers.key(), orpc.till.key()]) {
          await cache.invalidateQueries({ queryKey });
        }
      },
    }),
  );
  return {
    rules: rules.data,
    error: save.error ?? rules.error,
    update: (change: PrivacyChange): void => save.mutate({ requestId: newRequestId(), ...change }),
  };
};
