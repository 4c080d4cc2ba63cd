import { type Rate, rateOf } from '../statistics/index.ts';
import type { CustomerId } from './classify.ts';

/** How often a staff member served a customer. */
export type Served = {
  readonly customerId: CustomerId;
  readonly staffId: number;
  readonly visits: number;
};

/** From so many visits on, and from this share of them with one person, a customer depends on that person. */
export const fewestVisitsToDepend = 3;
export const shareToDepend = 0.7;

export type StaffDependency = {
  readonly staffId: number;
  /** Customers this person has served, and those only this person has served. */
  readonly knows: number;
  readonly knowsAlone: number;
  /** Customers who come for this person: at least three visits, 70 % of them or more with them. */
  readonly depending: readonly CustomerId[];
  /** The depending out of all customers with at least three visits. */
  readonly share: Rate;
};

/**
 * Who would be at risk if a staff member left, by staff id: no ranking. Customers keep the order of the list. The limits
 * are this product's own. Throws a RangeError for a number of visits that is none.
 */
export function staffDependency(served: Iterable<Served>): readonly StaffDependency[] {
  const byCustomer = new Map<CustomerId, Map<number, number>>();
  const staff = new Set<number>();
  for (const { customerId, staffId, visits } of served) {
    if (!Number.isInteger(visits) || visits < 0) throw new RangeError(`Not a number of visits: ${visits}`);
    if (visits === 0) continue;
    staff.add(staffId);
    const own = byCustomer.get(customerId) ?? new Map<number, number>();
    byCustomer.set(customerId, own.set(staffId, (own.get(staffId) ?? 0) + visits));
  }
  const totals = new Map([...byCustomer].map(([id, own]) => [id, sum(own.values())]));
  const regulars = [...totals.values()].filter((visits) => visits >= fewestVisitsToDepend).length;
  return [...staff]
    .sort((a, b) => a - b)
    .map((staffId) => {
      const known = [...byCustomer].filter(([, own]) => own.has(staffId));
      const depending = known
        .filter(([id, own]) => {
          const total = totals.get(id) ?? 0;
          return total >= fewestVisitsToDepend && (own.get(staffId) ?? 0) >= shareToDepend * total;
        })
        .map(([id]) => id);
      return {
        staffId,
        knows: known.length,
        knowsAlone: known.filter(([, own]) => own.size === 1).length,
        depending,
        share: rateOf(depending.length, regulars),
      };
    });
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
