import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type OutlookRow,
  outlookBoard,
  outlookCounts,
  putOutlooks,
} from '#electron/repositories/outlooks.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { plansWhile } from '#tests/support/query-plans.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCustomer, aShop, type TestShop } from '#tests/support/shop.ts';

const states = ['new', 'onTrack', 'slipping', 'atRisk', 'late'] as const;
const PEOPLE = 12;

interface Person {
  readonly state: OutlookRow['state'];
  readonly spend: number;
  readonly waited: number;
  /** Days between the last visit the outlook knows and the last one there was; null: no visit is left. */
  readonly cameAfter: number | null;
  readonly isMerged: boolean;
}

const person: fc.Arbitrary<Person> = fc.record({
  state: fc.constantFrom(...states),
  // Few different amounts, so that many have the same one.
  spend: fc.integer({ min: 0, max: 3 }),
  waited: fc.nat(5),
  cameAfter: fc.option(fc.constantFrom(0, 0, 3), { freq: 6 }),
  isMerged: fc.boolean(),
});

const rowOf = (customerId: number, { state, spend, waited }: Person): OutlookRow => ({
  customer_id: customerId,
  business_day: 20_000 as BusinessDay,
  last_day: 19_990 as BusinessDay,
  state,
  because: 'inTime',
  active: null,
  returns: null,
  usual_gap: 7,
  waited,
  expected_day: 20_001 as BusinessDay,
  worry_day: null,
  visits_ahead: null,
  year_spend: spend,
  year_value: null,
  recent_gap: null,
  earlier_gap: null,
});

/** The shop as these people would leave it; what earlier ones left is taken away. */
async function write(shop: TestShop, ids: readonly number[], people: readonly Person[]): Promise<void> {
  const { writer } = shop.database;
  writer.exec(
    'UPDATE customers SET merged_into_id = NULL; DELETE FROM customer_outlook; DELETE FROM customer_stats',
  );
  const rows = people.map((one, index) => rowOf(ids[index] ?? 0, one));
  await shop.ctx.work.write((tx) => putOutlooks(tx, rows));
  for (const [index, { cameAfter, isMerged }] of people.entries()) {
    const id = ids[index] ?? 0;
    if (isMerged) writer.prepare('UPDATE customers SET merged_into_id = ? WHERE id = ?').run(ids.at(-1), id);
    if (cameAfter === null) continue;
    writer.prepare('INSERT INTO customer_stats VALUES (?, 1, ?, 1, 1, 1, 0, 0)').run(id, 19_990 + cameAfter);
  }
}

/** Who stands where, by reading everything. */
function expected(ids: readonly number[], people: readonly Person[], state: OutlookRow['state']): number[] {
  return people
    .map((one, index) => ({ ...one, id: ids[index] ?? 0 }))
    .filter(({ cameAfter, isMerged }) => cameAfter !== null && !isMerged)
    .filter((one) => ((one.cameAfter ?? 0) > 0 ? 'onTrack' : one.state) === state)
    .sort((a, b) => b.spend - a.spend || b.waited - a.waited || a.id - b.id)
    .map(({ id }) => id);
}

describe('outlooks as they are kept', () => {
  it('are counted and listed as reading everybody would', async () => {
    const shop = await aShop();
    const db = shop.ctx.work.read;
    const ids: number[] = [];
    for (let index = 0; index <= PEOPLE; index += 1)
      ids.push(await aCustomer(shop.ctx, { name: `P${index}` }));
    const some = fc.array(person, { minLength: 1, maxLength: PEOPLE });
    await fc.assert(
      fc.asyncProperty(some, fc.nat(4), fc.integer({ min: 1, max: 6 }), async (people, offset, limit) => {
        await write(shop, ids, people);
        const counts = new Map((await outlookCounts(db)).map((one) => [one.state, one]));
        for (const state of states) {
          const wanted = expected(ids, people, state);
          const spend = wanted.reduce((sum, id) => sum + (people[ids.indexOf(id)]?.spend ?? 0), 0);
          const count = counts.get(state);
          expect([count?.people ?? 0, count?.value ?? 0]).toEqual([wanted.length, spend]);
          const page = await outlookBoard(db, { state, offset, limit });
          expect(page.map((row) => row.customer_id)).toEqual(wanted.slice(offset, offset + limit));
        }
      }),
      { numRuns: rounds(40) },
    );
  });

  it('are found along their index, without sorting everybody', async () => {
    const shop = await aShop();
    const plans = await plansWhile([shop.database.reader], () =>
      outlookBoard(shop.ctx.work.read, { state: 'atRisk', offset: 0, limit: 30 }),
    );
    const lines = plans.flatMap((plan) => plan.lines);
    expect(lines).toContainEqual(expect.stringContaining('INDEX customer_outlook_by_state (state=?)'));
    // What is left to sort are people with the same spend, and the page.
    expect(lines.filter((line) => /^SCAN [a-z]/.test(line) || line.endsWith('FOR ORDER BY'))).toEqual([]);
  });

  it('take the place of those before, whatever of them is new', async () => {
    const shop = await aShop();
    const id = await aCustomer(shop.ctx, { name: 'Aino' });
    const kept = (): OutlookRow[] => shop.rows<OutlookRow>('SELECT * FROM customer_outlook');
    const first = rowOf(id, { state: 'onTrack', spend: 5, waited: 1, cameAfter: 0, isMerged: false });
    const later = { ...first, business_day: 20_001 as BusinessDay, waited: 2, active: 0.5 };
    const moved = { ...later, state: 'slipping' as const, because: 'late' as const, year_spend: 9 };
    for (const row of [first, later, moved]) {
      await shop.ctx.work.write((tx) => putOutlooks(tx, [row]));
      expect(kept()).toEqual([row]);
    }
  });
});
