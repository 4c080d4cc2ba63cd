import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay, monthOf, weekdayOf } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import {
  redemptionRate,
  type SimulatedVisit,
  type Simulation,
  type SimulationProgress,
  simulate,
} from '#shared/domain/loyalty/simulate.ts';
import { bestStanding, levelFor, TierHistory } from '#shared/domain/loyalty/tiers.ts';
import { WalletModel } from '#shared/domain/loyalty/wallet-model.ts';
import { rounds } from '#tests/support/rounds.ts';
import {
  aBonus,
  aLevel,
  aLine,
  aPointsRule,
  aProgramme,
  aReward,
  aStampCard,
  cake,
  coffee,
  dayOf,
  freeCoffee,
  pointsUnit,
  stampUnit,
} from './programmes.ts';
import { someRules } from './wallet-steps.ts';

const aSimulatedVisit = (day: string, change: Partial<SimulatedVisit> = {}): SimulatedVisit => ({
  customerId: 1,
  day: dayOf(day),
  minute: 600,
  amount: 800,
  lines: [],
  visitNumber: 3,
  daysToBirthday: null,
  referredById: null,
  ...change,
});

/** Runs a simulation to its end. */
function run(change: Partial<Simulation> & { readonly visits: readonly SimulatedVisit[] }) {
  const progress: SimulationProgress[] = [];
  const simulation = simulate({
    now: () => aProgramme(),
    draft: aProgramme(),
    total: change.visits.length,
    redemptionRate: null,
    ...change,
  });
  for (;;) {
    const next = simulation.next();
    if (next.done) return { months: next.value, progress };
    progress.push(next.value);
  }
}

const march = [aSimulatedVisit('2026-03-02'), aSimulatedVisit('2026-03-10', { amount: 850 })];

describe('a simulation', () => {
  it('compares what a month earned with what the draft would have given', () => {
    const draft = aProgramme({ points: aPointsRule({ points: 2 }), bonuses: [aBonus()] });
    const { months } = run({ visits: march, draft });
    expect(months).toHaveLength(1);
    expect(months[0]).toMatchObject({
      month: monthOf(dayOf('2026-03-01')),
      visits: 2,
      amount: 1650,
      // 8 + 8.5 and a stamp each.
      now: { points: 16, stamps: 2, gifts: 0 },
      // 16 + 34 on Tuesday.
      draft: { points: 50, stamps: 2, gifts: 0 },
    });
  });

  it('counts rewards and cost by the rate at which they are really taken', () => {
    const rules = aProgramme({ rewards: [aReward({ price: 100, cost: 500 }), { ...freeCoffee, cost: 85 }] });
    const visits = Array.from({ length: 10 }, (_, index) =>
      aSimulatedVisit('2026-03-02', { customerId: index, amount: 2000 }),
    );
    const at = (rate: number | null) =>
      run({ visits, now: () => rules, draft: rules, redemptionRate: rate }).months[0]?.draft;
    // 200 points are two rewards of 5.00, ten stamps a coffee of 0.85.
    expect(at(null)?.redemptions).toBeCloseTo(3, 9);
    expect(at(null)?.cost).toBeCloseTo(1085, 9);
    expect(at(0.4)?.redemptions).toBeCloseTo(1.2, 9);
    expect(at(0.4)?.cost).toBeCloseTo(434, 9);
  });

  it('uses the rules that were in force on each day', () => {
    const old = aProgramme({ points: null });
    const now = (day: number) => (day < dayOf('2026-03-05') ? old : aProgramme());
    expect(run({ visits: march, now }).months[0]).toMatchObject({
      now: { points: 8 },
      draft: { points: 16 },
    });
  });

  it('carries remainders from visit to visit of one customer, over the end of a month', () => {
    const visits = [
      aSimulatedVisit('2026-03-30', { amount: 50 }),
      aSimulatedVisit('2026-03-31', { amount: 50, customerId: 2 }),
      aSimulatedVisit('2026-04-01', { amount: 50 }),
    ];
    expect(run({ visits }).months.map(({ now }) => now.points)).toEqual([0, 1]);
  });

  it('keeps daily caps per customer and day', () => {
    const draft = aProgramme({
      points: aPointsRule({ dailyCap: 10 }),
      stampCards: [aStampCard({ perDay: 1 })],
    });
    const visits = [
      aSimulatedVisit('2026-03-02'),
      aSimulatedVisit('2026-03-02', { visitNumber: null }),
      aSimulatedVisit('2026-03-02', { customerId: 2 }),
      aSimulatedVisit('2026-03-03'),
    ];
    expect(run({ visits, draft }).months[0]).toMatchObject({
      now: { points: 32, stamps: 4 },
      draft: { points: 26, stamps: 3 },
    });
  });

  it('gives gifts once', () => {
    const draft = aProgramme({
      gifts: {
        signUp: { unitId: stampUnit, amount: 2 },
        referral: {
          referrer: { unitId: pointsUnit, amount: 50 },
          friend: { unitId: pointsUnit, amount: 20 },
        },
        birthday: { gift: { unitId: pointsUnit, amount: 30 }, daysAround: 3 },
        milestones: [{ visits: 3, gift: { unitId: pointsUnit, amount: 100 } }],
      },
    });
    const visits = [
      aSimulatedVisit('2026-03-02', { visitNumber: 1, referredById: 9, amount: null }),
      aSimulatedVisit('2026-03-03', { visitNumber: 2, referredById: 9, amount: null }),
      aSimulatedVisit('2026-03-04', { visitNumber: 3, daysToBirthday: -1, amount: null }),
      aSimulatedVisit('2026-03-05', { visitNumber: 3, daysToBirthday: -2, amount: null }),
      aSimulatedVisit('2027-03-04', { visitNumber: 4, daysToBirthday: 1, amount: null }),
    ];
    const [first, second] = run({ visits, draft }).months;
    // 20 + 50 + 30 + 100 points; four stamps and two.
    expect(first?.draft).toMatchObject({ points: 200, stamps: 6, gifts: 5 });
    expect(second?.draft).toMatchObject({ points: 30, stamps: 1, gifts: 1 });
    expect(first?.now).toMatchObject({ points: 0, gifts: 0 });
  });

  it('knows the tier of everybody from the days before', () => {
    const gold = aLevel({ id: 2, name: 'Gold', from: 3, factor: { num: 2, den: 1 } });
    const window = { kind: 'rolling', days: 90 } as const;
    const tiers = { basis: 'visits', window, graceDays: 0, levels: [aLevel(), gold] } as const;
    const before = new TierHistory([
      { day: dayOf('2026-02-27'), amount: 500 },
      { day: dayOf('2026-02-28'), amount: 500 },
    ]);
    const visits = [
      aSimulatedVisit('2026-03-02'),
      aSimulatedVisit('2026-03-03'),
      aSimulatedVisit('2026-03-03', { customerId: 2 }),
    ];
    const draft = aProgramme({ tiers });
    // The third day makes it gold: 8 + 16, and 8 of somebody else.
    expect(run({ visits, draft, daysBefore: new Map([[1, before]]) }).months[0]?.draft.points).toBe(32);
    expect(run({ visits, draft }).months[0]?.draft.points).toBe(24);
    expect(before.standingIn('visits', { from: dayOf('2026-01-01'), to: dayOf('2026-12-31') })).toBe(2);
  });

  it('ranks people anew every week', () => {
    const top = aLevel({ id: 2, name: 'Top 1', from: 1, factor: { num: 2, den: 1 } });
    const window = { kind: 'rolling', days: 90 } as const;
    const tiers = { basis: 'rank', window, graceDays: 0, levels: [aLevel(), top] } as const;
    const visits = [
      aSimulatedVisit('2026-03-02', { amount: 500 }),
      aSimulatedVisit('2026-03-02', { amount: 900, customerId: 2 }),
      aSimulatedVisit('2026-03-09', { amount: 500 }),
      aSimulatedVisit('2026-03-09', { amount: 900, customerId: 2 }),
    ];
    // Nobody has a rank on the first day; a week later the second one is first: 5 + 9 + 5 + 18.
    expect(run({ visits, draft: aProgramme({ tiers }) }).months[0]?.draft.points).toBe(37);
  });

  it('tells its progress and can be stopped', () => {
    const visits = Array.from({ length: 25 }, () => aSimulatedVisit('2026-03-02'));
    expect(run({ visits, chunk: 10 }).progress).toEqual([
      { done: 10, total: 25 },
      { done: 20, total: 25 },
      { done: 25, total: 25 },
    ]);
    let read = 0;
    function* counted() {
      for (const visit of visits) {
        read += 1;
        yield visit;
      }
    }
    const rules = aProgramme();
    const simulation = simulate({
      now: () => rules,
      draft: rules,
      visits: counted(),
      total: 25,
      redemptionRate: null,
      chunk: 10,
    });
    simulation.next();
    simulation.return([]);
    expect(read).toBe(10);
  });

  it('has no months without visits', () => {
    expect(run({ visits: [] })).toEqual({ months: [], progress: [{ done: 0, total: 0 }] });
  });

  it('earns what the wallets would have been written', () => {
    const visit = fc.record({
      customerId: fc.integer({ min: 1, max: 3 }),
      later: fc.constantFrom(0, 1, 3, 20),
      amount: fc.option(fc.integer({ min: 0, max: 3000 })),
      cakes: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(someRules, fc.array(visit, { maxLength: 60 }), (drawn, steps) => {
        const rules: ProgrammeRules = {
          ...drawn,
          tiers: {
            basis: 'visits',
            window: { kind: 'rolling', days: 30 },
            graceDays: 10,
            levels: [aLevel(), aLevel({ id: 2, from: 3, factor: { num: 3, den: 2 } })],
          },
        };
        let day = dayOf('2026-01-05');
        const visits = steps.map(({ later, cakes, ...step }) => {
          day = addDays(day, later);
          return aSimulatedVisit(formatDay(day), { ...step, lines: [aLine(cake, cakes), aLine(coffee)] });
        });
        const { months } = run({ visits, draft: rules });
        const expected = new Map<string, number>();
        let ids = 0;
        const nextId = () => {
          ids += 1;
          return ids;
        };
        const wallets = [1, 2, 3].map((id) => new WalletModel(id, nextId));
        const histories = [1, 2, 3].map(() => new TierHistory());
        for (const one of visits) {
          const place = one.customerId - 1;
          const history = histories[place];
          if (!history || !rules.tiers) throw new Error('a customer is missing');
          const tier = levelFor(rules.tiers, bestStanding(rules.tiers, history, one.day));
          const time = { day: one.day, weekday: weekdayOf(one.day), minute: one.minute };
          const posting = { customerId: one.customerId, visitId: 1, day: one.day, versionId: 0, rules };
          const base = { amount: one.amount, lines: one.lines, time, tier };
          for (const { unitId, change } of wallets[place]?.earnVisit(posting, base).entries ?? []) {
            const key = `${monthOf(one.day)} ${unitId === pointsUnit ? 'points' : 'stamps'}`;
            expected.set(key, (expected.get(key) ?? 0) + change);
          }
          history.add({ day: one.day, amount: one.amount ?? 0 });
        }
        for (const { month, draft } of months) {
          expect(draft.points).toBe(expected.get(`${month} points`) ?? 0);
          expect(draft.stamps).toBe(expected.get(`${month} stamps`) ?? 0);
        }
      }),
      { numRuns: rounds(150) },
    );
  });
});

describe('the observed redemption rate', () => {
  it.each([
    [1000, 430, 0.43],
    [1000, 1200, 1],
    [1000, 0, null],
    [0, 0, null],
    [0, 300, null],
  ])('of %i earned and %i redeemed is %s', (earned, redeemed, expected) => {
    expect(redemptionRate(earned, redeemed)).toBe(expected);
  });
});
