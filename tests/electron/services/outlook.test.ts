import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedPeople } from '#electron/repositories/follow-up-lists.ts';
import { answerConsent } from '#electron/services/change-customer.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import {
  outlookOfCustomer,
  outlookOverview,
  outlookPeople,
  runOutlooks,
} from '#electron/services/outlook.ts';
import { refreshOutlooks, runDailyOutlooks } from '#electron/services/outlook-run.ts';
import { addAbsence, addClosedDays, endAbsence, endClosedDays } from '#electron/services/pauses.ts';
import type { OutlookState } from '#shared/contract/outlook.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt, type TestShop } from '#tests/support/shop.ts';

const dayMs = 24 * 3_600_000;
const today = momentAt('2026-03-10 10:00');

/** People and the days before today on which they came, with an amount each time. */
type Log = readonly (readonly number[])[];

async function aShopWith(log: Log): Promise<{ shop: TestShop; people: readonly number[] }> {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  // How these people came into the file is not what is tested here.
  shop.database.writer.pragma('synchronous = OFF');
  const people: number[] = [];
  for (const [index] of log.entries()) people.push(await aCustomer(shop.ctx, { name: `Person ${index}` }));
  const visits = log.flatMap((days, index) => days.map((ago) => ({ ago, customer: people[index] ?? 0 })));
  for (const { ago, customer } of visits.sort((a, b) => b.ago - a.ago)) {
    shop.clock.set(today - ago * dayMs);
    await aVisit(shop.ctx, customer, { amount: 500 });
  }
  shop.clock.set(today);
  return { shop, people };
}

/** Every `gap` days from `first` days ago, until `last` days ago. */
const every = (gap: number, first: number, last: number): number[] =>
  Array.from({ length: Math.floor((first - last) / gap) + 1 }, (_, index) => first - index * gap);

/** Numbers between 0 and 1 in an order that is always the same. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state + 1) / 2_147_483_649;
  };
}

/** Somebody who comes by chance, every so many days on average, and after each visit stays away with a chance. */
function byChance(next: () => number, meanGap: number, leaves: number): number[] {
  const days: number[] = [];
  for (let ago = Math.floor(next() * 300) + 20; ago >= 0; ) {
    days.push(ago);
    if (next() < leaves) break;
    ago -= Math.max(1, Math.round(-Math.log(next()) * meanGap));
  }
  return days;
}

const next = chances(7);

/** Sixty people who come by chance; the first came often and stays away, the second comes. */
const busy: Log = [
  every(4, 300, 120),
  every(4, 300, 0),
  ...Array.from({ length: 58 }, (_, index) => byChance(next, 4 + (index % 12), 0.12)),
];

async function looked(log: Log) {
  const { shop, people } = await aShopWith(log);
  const reports = reportsOf(shop);
  await refreshOutlooks(shop.ctx, reports);
  const stateOf = async (index: number): Promise<OutlookState | null> =>
    (await outlookOfCustomer(shop.ctx, { customerId: people[index] ?? 0 })).outlook?.state ?? null;
  return { shop, ctx: shop.ctx, people, reports, stateOf };
}

/** No number of an answer is anything but a number. */
function isSound(answer: unknown): boolean {
  return !JSON.stringify(answer, (_key, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? 'NaN!' : value,
  ).includes('NaN!');
}

describe('how it stands with each customer', () => {
  it('is told by the own rhythm, the same on the board and of one person', async () => {
    const { ctx, people, stateOf, reports } = await looked(busy);
    expect(await stateOf(0)).toBe('atRisk');
    expect(await stateOf(1)).toBe('onTrack');
    const overview = await outlookOverview(ctx, reports);
    expect(overview.run).toMatchObject({ day: '2026-03-10', customers: people.length });
    expect(overview.model).toMatchObject({ use: 'model', standing: 'early' });
    expect(overview.states.reduce((sum, { people: count }) => sum + count, 0)).toBe(people.length);
    for (const { state, people: count } of overview.states) {
      const board = await outlookPeople(ctx, reports, { state, offset: 0, limit: 500 });
      expect(board.total).toBe(count);
      expect(board.people).toHaveLength(count);
      const values = board.people.map(({ yearSpend }) => yearSpend);
      expect(values).toEqual([...values].sort((a, b) => b - a));
      for (const { customerId, name: _name, yearSpend: _spend, ...kept } of board.people) {
        expect(kept.cameOnce).toBe(busy[people.indexOf(customerId)]?.length === 1);
        expect((await outlookOfCustomer(ctx, { customerId })).outlook).toEqual(kept);
      }
    }
  });

  it('gives the value of a year with its range around it', async () => {
    const { ctx, people } = await looked(busy);
    const { yearValue } = await outlookOfCustomer(ctx, { customerId: people[1] ?? 0 });
    expect(yearValue?.low).toBeLessThan(yearValue?.expected ?? 0);
    expect(yearValue?.high).toBeGreaterThan(yearValue?.expected ?? 0);
  });

  it('counts the same year on the board and on the list of the day', async () => {
    const { ctx, people, reports } = await looked(busy);
    const listed = await listedPeople(ctx.work.read, people);
    const { states } = await outlookOverview(ctx, reports);
    for (const { state } of states) {
      const board = await outlookPeople(ctx, reports, { state, offset: 0, limit: 500 });
      for (const { customerId, yearSpend } of board.people) {
        expect(listed.get(customerId)?.yearValue).toBe(yearSpend);
      }
    }
  });

  it('is written anew only where it changed, and taken away from who was forgotten', async () => {
    const { shop, ctx, people, reports } = await looked(busy);
    const kept = () =>
      shop.rows<{ customer_id: number }>('SELECT * FROM customer_outlook ORDER BY customer_id');
    const before = kept();
    const writes = () => shop.database.writer.prepare('SELECT total_changes()').pluck().get() as number;
    await aVisit(ctx, people[0] ?? 0, { amount: 500 });
    const [first = 0, , third = 0] = people;
    await answerConsent(ctx, {
      ...{ requestId: aRequest(), customerId: third, purpose: 'profiling' as const, granted: false },
    });
    const written = writes();
    await refreshOutlooks(ctx, reports);
    const after = kept();
    const same = after.filter((row) => before.some((one) => JSON.stringify(one) === JSON.stringify(row)));
    expect(after.map((row) => row.customer_id)).toEqual([...people].filter((id) => id !== third));
    expect(same.map((row) => row.customer_id)).not.toContain(first);
    // One more who goes, and the run itself.
    expect(writes() - written).toBeLessThanOrEqual(after.length - same.length + 2);
    expect(await refreshOutlooks(ctx, reports)).toBe(false);
  });

  it('is on track again as soon as somebody comes, also before the next night', async () => {
    const { ctx, people, stateOf, reports } = await looked(busy);
    const before = (await outlookPeople(ctx, reports, { state: 'atRisk', offset: 0, limit: 500 })).total;
    await aVisit(ctx, people[0] ?? 0, { amount: 500 });
    expect(await stateOf(0)).not.toBe('atRisk');
    const after = await outlookPeople(ctx, reports, { state: 'atRisk', offset: 0, limit: 500 });
    expect(after.total).toBe(before - 1);
    expect(after.people.map(({ customerId }) => customerId)).not.toContain(people[0]);
    expect((await outlookOverview(ctx, reports)).states.find(({ state }) => state === 'atRisk')?.people).toBe(
      before - 1,
    );
    const onTrack = await outlookPeople(ctx, reports, { state: 'onTrack', offset: 0, limit: 500 });
    const here = onTrack.people.find(({ customerId }) => customerId === people[0]);
    expect(here).toMatchObject({ lastDay: '2026-03-10', waitedDays: 0, expectedDay: '2026-03-14' });
  });

  it('does not count closed days and announced absences', async () => {
    const { ctx, people, reports, stateOf } = await looked(busy);
    const span = { from: '2025-11-12', to: '2026-03-09' };
    const customerId = people[0] ?? 0;
    const added = await addAbsence(ctx, { requestId: aRequest(), customerId, ...span });
    expect(await stateOf(0)).toBe('onTrack');
    await endAbsence(ctx, { requestId: aRequest(), customerId, id: added.absences[0]?.id ?? 0 });
    expect(await stateOf(0)).toBe('atRisk');
    const closed = await addClosedDays(ctx, { requestId: aRequest(), ...span });
    await refreshOutlooks(ctx, reports);
    expect(await stateOf(0)).toBe('onTrack');
    await endClosedDays(ctx, { requestId: aRequest(), id: closed.closed[0]?.id ?? 0 });
    await refreshOutlooks(ctx, reports);
    expect(await stateOf(0)).toBe('atRisk');
  });

  it('refuses days the wrong way round, and what was taken back already', async () => {
    const { shop } = await aShopWith([]);
    const { ctx } = shop;
    const wrong = { requestId: aRequest(), from: '2026-03-10', to: '2026-03-09' };
    expect(() => addClosedDays(ctx, wrong)).toThrow('InvalidValue');
    expect(() => addClosedDays(ctx, { ...wrong, from: '2026-02-30' })).toThrow('InvalidValue');
    const { closed } = await addClosedDays(ctx, { ...wrong, requestId: aRequest(), to: '2026-03-10' });
    const id = closed[0]?.id ?? 0;
    await endClosedDays(ctx, { requestId: aRequest(), id });
    await expect(endClosedDays(ctx, { requestId: aRequest(), id })).rejects.toThrow('NotFound');
  });

  it('is not worked out for who said no, nor kept for who was merged', async () => {
    const { ctx, people, reports } = await looked(busy);
    const [first = 0, second = 0, third = 0] = people;
    await answerConsent(ctx, {
      ...{ requestId: aRequest(), customerId: first, purpose: 'profiling' as const, granted: false },
    });
    await mergeCustomers(ctx, { requestId: aRequest(), keepId: second, mergeId: third });
    expect(await outlookOfCustomer(ctx, { customerId: first })).toMatchObject({
      refused: true,
      outlook: null,
    });
    await refreshOutlooks(ctx, reports);
    const { states } = await outlookOverview(ctx, reports);
    expect(states.reduce((sum, { people: count }) => sum + count, 0)).toBe(people.length - 2);
  });

  it('runs by itself once a day, and does nothing again for the same visits', async () => {
    const { shop } = await aShopWith(busy);
    const { ctx, clock } = shop;
    const reports = reportsOf(shop);
    expect(await runDailyOutlooks(ctx, reports)).toBe(true);
    expect(await runDailyOutlooks(ctx, reports)).toBe(false);
    expect(await refreshOutlooks(ctx, reports)).toBe(false);
    clock.set(today + dayMs);
    expect(await runDailyOutlooks(ctx, reports)).toBe(true);
    expect((await outlookOverview(ctx, reports)).run?.day).toBe('2026-03-11');
  });

  it('ends when its reader leaves, and begins again as a whole', async () => {
    const { shop } = await aShopWith(busy);
    const reports = reportsOf(shop);
    for await (const event of runOutlooks(shop.ctx, reports)) {
      expect(event.kind).toBe('progress');
      break;
    }
    expect((await outlookOverview(shop.ctx, reports)).run).toBeNull();
    const events: string[] = [];
    for await (const { kind } of runOutlooks(shop.ctx, reports)) events.push(kind);
    expect(events.at(-1)).toBe('done');
    expect((await outlookOverview(shop.ctx, reports)).run?.customers).toBe(busy.length);
  });
});

describe('a shop that tells too little', () => {
  const shops: Readonly<Record<string, Log>> = {
    'without visits': [],
    'with nobody who returned': Array.from({ length: 30 }, (_, index) => [index * 3]),
    'where everybody always comes': Array.from({ length: 30 }, (_, index) =>
      every(7, 140 + (index % 7), index % 7),
    ),
    'with five customers': Array.from({ length: 5 }, (_, index) => every(7, 70, index)),
    'with one day of visits': Array.from({ length: 30 }, () => [0]),
    'with all visits on one day a year ago': Array.from({ length: 30 }, () => [365]),
    'with gaps of years': Array.from({ length: 12 }, (_, index) => [2000, 1100 + index, 3]),
  };
  it.each(Object.entries(shops))('%s: a sentence and never a chance out of nothing', async (_name, log) => {
    const { ctx, people, reports } = await looked(log);
    const overview = await outlookOverview(ctx, reports);
    expect(isSound(overview)).toBe(true);
    const hasModel = overview.model?.use === 'model' && ['early', 'full'].includes(overview.model.standing);
    if (overview.model?.standing === 'none') expect(overview.model.reason).toEqual(expect.any(String));
    for (const state of ['new', 'onTrack', 'slipping', 'atRisk', 'late'] as const) {
      const { people: board } = await outlookPeople(ctx, reports, { state, offset: 0, limit: 500 });
      expect(isSound(board)).toBe(true);
      if (!hasModel)
        for (const { active, yearValue } of board) expect([active, yearValue]).toEqual([null, null]);
    }
    for (const customerId of people) expect(isSound(await outlookOfCustomer(ctx, { customerId }))).toBe(true);
  });

  it('is answered soundly whatever its visits are', async () => {
    const anyLog = fc.array(fc.uniqueArray(fc.nat({ max: 400 }), { maxLength: 8 }), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(anyLog, async (log) => {
        const { ctx, people, reports } = await looked(log);
        expect(isSound(await outlookOverview(ctx, reports))).toBe(true);
        for (const customerId of people) {
          const answer = await outlookOfCustomer(ctx, { customerId });
          expect(isSound(answer)).toBe(true);
          for (const chance of [answer.outlook?.active, answer.outlook?.returns]) {
            if (chance !== null && chance !== undefined) expect(chance >= 0 && chance <= 1).toBe(true);
          }
        }
      }),
      { numRuns: rounds(6), endOnFailure: true },
    );
  });
});
