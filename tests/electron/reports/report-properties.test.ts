import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortFigures } from '#electron/reports/cohort-query.ts';
import { figurePeople } from '#electron/reports/figure-names.ts';
import { firstReturnFigures, monthText } from '#electron/reports/first-return-query.ts';
import { frequencyFigures } from '#electron/reports/frequency-query.ts';
import { gapFigures } from '#electron/reports/gap-query.ts';
import { reachedMilestones } from '#electron/reports/milestone-query.ts';
import { dependencies, silentPeople } from '#electron/reports/people-query.ts';
import { retentionFigures } from '#electron/reports/retention-query.ts';
import { rfmPeople } from '#electron/reports/rfm-query.ts';
import { segmentSplit } from '#electron/reports/segment-split-query.ts';
import { auditFigures, splitFigures } from '#electron/reports/split-query.ts';
import { periodsBack, trendPoints } from '#electron/reports/trend-query.ts';
import { valueFigures } from '#electron/reports/value-query.ts';
import {
  addDays,
  businessMonth,
  formatDay,
  monthOf,
  monthRange,
} from '#shared/domain/business-day/business-day.ts';
import {
  type ActivityWindow,
  activityBounds,
  cohortTable,
  factOf,
  firstReturnOf,
  firstVisitReturn,
  frequencyOf,
  historiesOf,
  kaplanMeier,
  type Period,
  paretoShare,
  previousPeriod,
  type RetentionFact,
  repeatWithin,
  retentionFromFacts,
  returnRows,
  rfmCustomers,
  rfmParts,
  rfmScores,
  silentVips,
  staffDependency,
} from '#shared/domain/retention/index.ts';
import { meanOf, rateOf, sumsOf } from '#shared/domain/statistics/index.ts';
import { salesOf } from '#shared/domain/value/sales.ts';
import { spendDistribution } from '#shared/domain/value/spend-distribution.ts';
import { milestonesReached } from '#shared/domain/visits/milestones-reached.ts';
import { rounds } from '#tests/support/rounds.ts';
import { type LivedShop, livedDays, livedFrom, livedShop, shopLife } from '#tests/support/shop-life.ts';

interface Question extends Period {
  readonly window: ActivityWindow;
}

const windows = fc.oneof(
  fc.constantFrom<ActivityWindow>('previous-period', 60, 120),
  fc.integer({ min: 1, max: 150 }),
);

/** Months, quarters, half years, years, and any other days. */
const questions = fc
  .record({
    window: windows,
    kind: fc.constantFrom('months', 'days'),
    month: fc.integer({ min: -2, max: 8 }),
    months: fc.constantFrom(1, 1, 3, 6, 12),
    day: fc.integer({ min: -20, max: livedDays + 5 }),
    days: fc.integer({ min: 1, max: 100 }),
  })
  .map((asked): Question => {
    const { window } = asked;
    if (asked.kind === 'days') {
      const start = addDays(livedFrom, asked.day);
      return { window, start, end: addDays(start, asked.days) };
    }
    const first = businessMonth(monthOf(livedFrom) + asked.month);
    return {
      window,
      start: monthRange(first).from,
      end: monthRange(businessMonth(first + asked.months)).from,
    };
  });

/** Long after everything: every period asked about is over. */
const today = addDays(livedFrom, livedDays + 800);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const text = formatDay;

/** What stands in `[start, end)`. */
const within = ({ standing }: LivedShop, { start, end }: Period) =>
  standing.filter(({ day }) => day >= text(start) && day < text(end));

const factsOf = ({ standing, since }: LivedShop, period: Period, window: ActivityWindow) =>
  historiesOf(standing, { since }).map((one) => factOf(one, period, activityBounds(period, window)));

async function checkRetention(lived: LivedShop, question: Question): Promise<void> {
  const db = lived.shop.ctx.work.read;
  const { window } = question;
  const { repeatRate: _, ...expected } = retentionFromFacts(factsOf(lived, question, window), question);
  expect(await retentionFigures(db, { ...question, today })).toMatchObject(expected);
  const { points } = await trendPoints(db, { ...question, today, periods: 4 });
  const periods = periodsBack(question, 4);
  for (const [index, period] of periods.entries()) {
    const facts = factsOf(lived, period, window);
    const found = retentionFromFacts(facts, period);
    const seen = facts.map((fact) => fact.visitDaysInPeriod).filter((days) => days > 0);
    const { E, N, R, lapsed, customers, textbook } = found;
    expect(points[index]).toMatchObject({
      ...{ from: text(period.start), to: text(period.end), E, N, R, lapsed, customers, textbook },
      retention: rateOf(found.kept, found.S),
      frequency: meanOf(sumsOf(seen)),
    });
  }
  const { splits } = await splitFigures(db, { ...question, today, tiers: [] });
  for (const split of splits) {
    expect(split.total.now).toEqual(rateOf(found(points, 3).kept, found(points, 3).S));
    expect(split.total.before).toEqual(rateOf(found(points, 2).kept, found(points, 2).S));
    for (const { group, now } of split.groups) {
      const asked = { kind: 'split', by: split.by, group, retention: 'kept' } as const;
      const people = await figurePeople(db, { ...question, today, tiers: [], segment: null }, asked);
      expect(people.length).toBe(now.successes);
    }
  }
  const audit = await auditFigures(db, { ...question, today, tiers: [] });
  expect(audit).toMatchObject({ lost: expected.lapsed, kept: expected.kept });
}

const found = (points: readonly { retention: { successes: number; n: number } }[], index: number) => ({
  kept: points[index]?.retention.successes ?? -1,
  S: points[index]?.retention.n ?? -1,
});

/** Segments that share people, and one of nobody. */
async function checkSegments(lived: LivedShop, question: Question): Promise<void> {
  const db = lived.shop.ctx.work.read;
  const { window } = question;
  const facts = factsOf(lived, question, window);
  const earlier = previousPeriod(question);
  const before = factsOf(lived, earlier, window);
  const isEven = ({ customerId }: { customerId: number | string }) => Number(customerId) % 2 === 0;
  const even = facts.filter(isEven).map(({ customerId }) => Number(customerId));
  const filters = [
    { kind: 'all', of: [] },
    {
      kind: 'customers',
      ids: [...even, ...before.filter(isEven).map(({ customerId }) => Number(customerId))],
    },
    { kind: 'any', of: [] },
  ] as const;
  const segments = filters.map((filter, index) => ({
    ...{ segmentId: index + 1, name: filter.kind, asked: { filter, today } },
  }));
  const rate = (of: readonly RetentionFact[], period: Period) => {
    const { kept, S } = retentionFromFacts(of, period);
    return rateOf(kept, S);
  };
  const total = { now: rate(facts, question), before: rate(before, earlier) };
  const split = await segmentSplit(db, { ...question, today }, segments);
  expect(split).toMatchObject({
    total,
    groups: [
      { segmentId: 1, name: 'all', ...total },
      {
        segmentId: 2,
        now: rate(facts.filter(isEven), question),
        before: rate(before.filter(isEven), earlier),
      },
      { segmentId: 3, now: rateOf(0, 0), before: rateOf(0, 0) },
    ],
    inSeveral: facts.filter((fact) => fact.activeAtStart && isEven(fact)).length,
    inNone: 0,
  });
  for (const retention of ['S', 'kept', 'lapsed'] as const) {
    const asked = { kind: 'segment', segmentId: 2, retention } as const;
    const segment = segments[1]?.asked ?? null;
    const people = await figurePeople(db, { ...question, today, tiers: [], segment }, asked);
    const { now } = split.groups[1] ?? split.total;
    const expected = { S: now.n, kept: now.successes, lapsed: now.n - now.successes };
    expect(people.length).toBe(expected[retention]);
    expect(people.every(isEven)).toBe(true);
  }
  const [nobody] = (await segmentSplit(db, { ...question, today }, segments.slice(2))).groups;
  expect(nobody?.now.n).toBe(0);
  expect((await segmentSplit(db, { ...question, today }, segments.slice(2))).inNone).toBe(total.now.n);
}

async function checkCohorts(lived: LivedShop, question: Question): Promise<void> {
  const db = lived.shop.ctx.work.read;
  const [end, upTo] = [text(question.end), { to: question.end, today }];
  const { standing, since } = lived;
  const table = cohortTable(standing, { end, since });
  expect(await cohortFigures(db, upTo)).toEqual({
    cohorts: table.cohorts,
    columns: table.columns.map(({ k, active, size }) => ({ k, rate: rateOf(active, size) })),
  });
  for (const { month, cells } of table.cohorts) {
    for (const [k, customers] of cells.entries()) {
      const people = await figurePeople(
        db,
        { ...question, today, tiers: [], segment: null },
        { kind: 'cohort', month, k },
      );
      if (customers !== null) expect(people.length).toBe(customers);
    }
  }
}

async function checkReturns(lived: LivedShop, question: Question): Promise<void> {
  const db = lived.shop.ctx.work.read;
  const { standing, since } = lived;
  const upTo = { to: question.end, today };
  const rows = returnRows(standing, { end: text(question.end), since });
  const people = historiesOf(standing, { end: text(question.end), since })
    .map(firstReturnOf)
    .filter((one) => one !== null);
  expect(await firstReturnFigures(db, upTo)).toEqual({
    ...kaplanMeier(rows.first),
    horizons: [30, 60, 90],
    within: [30, 60, 90].map((days) => repeatWithin(people, question.end, days)),
    months: firstVisitReturn(people, question.end).map((one) => ({ ...one, month: monthText(one.month) })),
  });
  const { n, events, median, lastT, solidUntil } = kaplanMeier(rows.gaps);
  const gaps = await gapFigures(db, upTo, { tell: () => undefined, pause: async () => undefined });
  expect(gaps).toMatchObject({ n, events, median, lastT, solidUntil });
  expect(gaps.steps.map(({ S }) => S)).toEqual(kaplanMeier(rows.gaps).steps.map(({ S }) => S));
}

async function checkMoney(lived: LivedShop, question: Question): Promise<void> {
  const db = lived.shop.ctx.work.read;
  const own = within(lived, question);
  const spends = (end: string, visits: LivedShop['standing']) =>
    historiesOf(visits, { end }).map((one) => one.spend);
  const value = await valueFigures(db, { ...question, today, tiers: [], versions: [] });
  for (const [figures, amounts] of [
    [value.period, spends(text(question.end), own)],
    [value.soFar, spends(text(question.end), lived.standing)],
  ] as const) {
    const { sums: _, ...expected } = spendDistribution(amounts);
    expect(figures.spend).toEqual(expected);
    expect(figures.pareto).toEqual(paretoShare(amounts));
  }
  const unknown = lived.unknown.filter(({ day }) => day >= text(question.start) && day < text(question.end));
  const all = [...own, ...unknown];
  const known = all.filter((one) => one.isKnown).map((one) => one.amount);
  const amount = sum(all.map((one) => one.amount));
  const identifiedAmount = sum(own.map((one) => one.amount));
  const counts = { checkIns: all.length, identifiedCheckIns: own.length, amount, identifiedAmount };
  expect(value.sales).toEqual(salesOf(counts));
  const { mean, interval } = meanOf(sumsOf(known));
  expect(value.averageSpend).toMatchObject({
    n: known.length,
    mean: mean === null ? null : expect.closeTo(mean, 9),
    interval:
      interval === null
        ? null
        : { low: expect.closeTo(interval.low, 6), high: expect.closeTo(interval.high, 6) },
    known: rateOf(known.length, all.length),
  });
}

async function checkPeople(lived: LivedShop, question: Question): Promise<void> {
  const db = lived.shop.ctx.work.read;
  const { standing, since } = lived;
  const end = text(question.end);
  const own = within(lived, question);
  const daysOf = (visits: LivedShop['standing']) =>
    historiesOf(visits, { end }).map((one) => one.days.length);
  const frequency = await frequencyFigures(db, { ...question, today });
  for (const [figures, visits] of [
    [frequency.period, own],
    [frequency.whole, standing],
  ] as const) {
    const { sums: _, ...expected } = frequencyOf(daysOf(visits));
    expect(figures).toEqual(expected);
  }
  const byId = (a: { customerId: string | number }, b: { customerId: string | number }) =>
    Number(a.customerId) - Number(b.customerId);
  const everybody = rfmCustomers(standing, { end });
  const parts = rfmParts(everybody.length);
  const rfm = await rfmPeople(db, { to: question.end, today });
  expect([rfm.customers, rfm.parts]).toEqual([everybody.length, parts]);
  if (parts !== null) expect([...rfm.scores].sort(byId)).toEqual([...rfmScores(everybody, parts)].sort(byId));
  const yearBefore = { start: addDays(question.end, -365), end: question.end };
  const year = historiesOf(within(lived, yearBefore));
  const byMoney = year.some((one) => one.spend > 0);
  const candidates = year.map((one) => ({
    customerId: one.customerId,
    lastDay: one.days.at(-1) ?? expect.unreachable(),
    value: byMoney ? one.spend : one.days.length,
  }));
  const silent = await silentPeople(db, { to: question.end, today, days: 30 });
  const expected = silentVips(candidates, { today: addDays(question.end, -1), days: 30 });
  expect({ vips: silent.vips, silent: [...silent.silent].sort(byId) }).toEqual({
    vips: expected.vips,
    silent: [...expected.silent].sort(byId),
  });
  const served = new Map<string, { customerId: number; staffId: number; days: Set<string> }>();
  for (const { customerId, staffId, day } of own) {
    const key = `${customerId} ${staffId}`;
    const one = served.get(key) ?? { customerId, staffId, days: new Set() };
    one.days.add(day);
    served.set(key, one);
  }
  expect(await dependencies(db, question)).toEqual(
    staffDependency(
      [...served.values()].map(({ days, ...one }) => ({ ...one, visits: days.size })).sort(byId),
    ),
  );
  const reached = historiesOf(standing, { since, end }).flatMap((one) =>
    milestonesReached(one, question).map((each) => [Number(one.customerId), text(each.day), each.kind]),
  );
  const milestones = await reachedMilestones(db, question);
  expect(milestones.map((one) => [one.customerId, text(one.day), one.kind]).sort()).toEqual(reached.sort());
}

describe('the reports by SQL', () => {
  it('are those of the definitions, for every life of a shop, every window and every kind of period', {
    timeout: rounds(300_000),
  }, async () => {
    await fc.assert(
      fc.asyncProperty(shopLife, fc.array(questions, { minLength: 1, maxLength: 2 }), async (life, asked) => {
        const lived = await livedShop(life);
        for (const question of asked) {
          await checkRetention(lived, question);
          await checkSegments(lived, question);
          await checkCohorts(lived, question);
          await checkReturns(lived, question);
          await checkMoney(lived, question);
          await checkPeople(lived, question);
        }
        lived.shop.close();
      }),
      { numRuns: rounds(200) },
    );
  });
});
