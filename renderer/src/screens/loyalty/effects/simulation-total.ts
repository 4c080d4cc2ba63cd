import type { SimulatedMonth } from '#shared/contract/loyalty.ts';

type Side = SimulatedMonth['now'];

const plus = (a: Side, b: Side): Side => ({
  points: a.points + b.points,
  stamps: a.stamps + b.stamps,
  redemptions: a.redemptions + b.redemptions,
  cost: a.cost + b.cost,
});

/** The sum of several months; its month is empty. */
export const totalOf = (months: readonly SimulatedMonth[]): SimulatedMonth => {
  const none: Side = { points: 0, stamps: 0, redemptions: 0, cost: 0 };
  return months.reduce<SimulatedMonth>(
    (sum, { visits, amount, now, draft }) => ({
      month: '',
      visits: sum.visits + visits,
      amount: sum.amount + amount,
      now: plus(sum.now, now),
      draft: plus(sum.draft, draft),
    }),
    { month: '', visits: 0, amount: 0, now: none, draft: none },
  );
};
