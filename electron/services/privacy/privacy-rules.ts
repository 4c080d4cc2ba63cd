import type { CareKind, CareRule, PrivacyRules } from '#shared/domain/privacy/privacy-rules.ts';
import { recordDailyRun } from '../../repositories/daily-runs.ts';
import { setPreference } from '../../repositories/shop.ts';
import { changedFields } from '../audit/append-audit.ts';
import { changeShop, present, type ShopContext, shopFacts } from '../shop-context.ts';
import { writeOnce } from '../write-once.ts';

/** Under this name the monthly run notes that it was done. */
export const retentionRun = 'retention';

/** What is left out, or undefined, stays. */
type Change<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The fields that were really given. */
const given = <T extends object>(change: Change<T>): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;

/** What the log compares: one field for each thing that can be set. */
const flat = ({ inactiveMonths, care }: PrivacyRules): Readonly<Record<string, unknown>> => ({
  inactiveMonths,
  ...Object.fromEntries(
    Object.entries(care).flatMap(([kind, rule]) =>
      Object.entries(rule).map(([field, value]) => [`${kind}.${field}`, value]),
    ),
  ),
});

/**
 * Changes how long people are kept and who reads what is known for their safety. After a change of the period the next
 * monthly run is that of the next month, so that there is time to look at whom it forgets.
 * @throws Failure RequestIdReused
 */
export async function setPrivacyRules(
  ctx: ShopContext,
  input: {
    readonly requestId: string;
    readonly inactiveMonths?: number | null | undefined;
    readonly care?: (Change<CareRule> & { readonly kind: CareKind }) | undefined;
  },
): Promise<PrivacyRules> {
  await changeShop(ctx, (tx) =>
    writeOnce(tx, ctx, 'privacy.setRules', input, async () => {
      const before = shopFacts(ctx).privacy;
      const { kind, ...change } = input.care ?? { kind: null };
      const care =
        kind === null
          ? before.care
          : { ...before.care, [kind]: { ...before.care[kind], ...given<CareRule>(change) } };
      const months = input.inactiveMonths;
      const after = { inactiveMonths: months === undefined ? before.inactiveMonths : months, care };
      await setPreference(tx, 'privacy', JSON.stringify(after));
      if (after.inactiveMonths !== before.inactiveMonths) {
        const { day, at } = present(ctx);
        await recordDailyRun(tx, retentionRun, day, at);
      }
      return { id: 0, facts: changedFields(flat(before), flat(after)) };
    }),
  );
  return shopFacts(ctx).privacy;
}
