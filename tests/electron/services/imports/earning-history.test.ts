import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerForCheckIn } from '#electron/repositories/customers.ts';
import { recordVisit } from '#electron/services/record-visit.ts';
import { currentStaff, present, programmeOn, shopFacts } from '#electron/services/shop-context.ts';
import {
  addDays,
  type BusinessDay,
  businessDayAt,
  formatDay,
  momentOf,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { publishCheapProgramme } from '#tests/support/history.ts';
import { importedCustomers, importedVisits } from '#tests/support/imports.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aShop, type TestShop } from '#tests/support/shop.ts';

const start = parseDay('2025-06-01') ?? expect.fail('the first day of the tests');
const noon = 12 * 60;

interface PastVisit {
  readonly who: number;
  readonly day: BusinessDay;
  readonly minute: number | null;
  readonly amount: number | null;
}

const pastVisits = fc.array(
  fc.record({
    who: fc.nat(2),
    day: fc.nat(120).map((days) => addDays(start, days)),
    minute: fc.option(fc.integer({ min: 1, max: 1439 })),
    amount: fc.option(fc.integer({ min: 0, max: 1500 }), { freq: 6 }),
  }),
  { minLength: 1, maxLength: 20 },
);

const people = ['id,name', 'P-0,Aino', 'P-1,Bert', 'P-2,Cilla'].join('\n');

const fileOf = (visits: readonly PastVisit[]): string => {
  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const rows = visits.map(
    ({ who, day, minute, amount }) =>
      `P-${who},${formatDay(day)},${minute === null ? '' : clock(minute)},${amount === null ? '' : (amount / 100).toFixed(2)}`,
  );
  return ['id,date,time,amount', ...rows].join('\n');
};

/** The same visits written one by one as the till writes them. */
async function recordEach({ ctx, rows }: TestShop, visits: readonly PastVisit[]): Promise<void> {
  const facts = shopFacts(ctx);
  const { calendar } = facts;
  const timed = visits.some(({ minute }) => minute !== null);
  const planned = visits
    .map(({ who, day, minute, amount }) => {
      const at = momentOf(day, minute ?? noon, calendar);
      return { who, amount, at, day: minute !== null && timed ? businessDayAt(at, calendar) : day };
    })
    .sort((a, b) => a.at - b.at);
  for (const [index, { who, ...visit }] of planned.entries()) {
    const [{ id = 0 } = {}] = rows<{ id: number }>(
      'SELECT id FROM customers WHERE external_ref = ?',
      `P-${who}`,
    );
    await ctx.work.write(async (tx) =>
      recordVisit(tx, ctx, {
        ...visit,
        requestId: `r-${index}`,
        customer: (await customerForCheckIn(tx, id)) ?? null,
        lines: [],
        rewards: [],
        vouchers: [],
        staffId: currentStaff(facts).id,
        source: 'import',
        programme: programmeOn(facts, present(ctx).day),
        earns: true,
        movedFromId: null,
        importId: null,
      }),
    );
  }
}

/** Everything a visit leaves behind, but for what names the import. */
const traces = ({ rows }: TestShop) => ({
  visits: rows(
    'SELECT id, sign, customer_id, at, business_day, business_month, amount, staff_id, source, programme_version_id FROM visits ORDER BY id',
  ),
  entries: rows('SELECT * FROM ledger_entries ORDER BY id'),
  lots: rows('SELECT * FROM lots ORDER BY entry_id'),
  draws: rows('SELECT * FROM ledger_draws ORDER BY id'),
  balances: rows('SELECT * FROM balances ORDER BY wallet_id, unit_id'),
  stats: rows('SELECT * FROM customer_stats ORDER BY customer_id'),
  months: rows('SELECT * FROM customer_month ORDER BY customer_id, month'),
  days: rows('SELECT * FROM day_totals ORDER BY business_day'),
});

async function aShopOfThree(): Promise<TestShop> {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  await publishCheapProgramme(shop.ctx);
  await importedCustomers(shop.ctx, people);
  return shop;
}

describe('imported history that earns', () => {
  it(
    'leaves the very rows that check-ins of those days would have left',
    async () => {
      await fc.assert(
        fc.asyncProperty(pastVisits, async (visits) => {
          const [imported, recorded] = [await aShopOfThree(), await aShopOfThree()];
          try {
            const report = await importedVisits(imported.ctx, fileOf(visits), { earn: true });
            expect(report).toMatchObject({ written: visits.length, refused: 0 });
            await recordEach(recorded, visits);
            expect(traces(imported)).toEqual(traces(recorded));
            expect(brokenLaws(imported)).toEqual([]);
            expect(await driftCheck(imported.ctx.work.read)).toEqual([]);
          } finally {
            imported.close();
            recorded.close();
          }
        }),
        { numRuns: rounds(10) },
      );
    },
    rounds(120_000),
  );

  it('earns by the rules of today, dated on the days of the visits', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    await importedVisits(shop.ctx, ['id,date,amount', '1,2025-11-03,4.50', '1,2025-11-01,3.60'].join('\n'), {
      earn: true,
    });
    expect(
      shop.rows(`SELECT e.change, e.business_day - v.business_day AS off, u.kind FROM ledger_entries AS e
        INNER JOIN visits AS v ON v.id = e.visit_id INNER JOIN units AS u ON u.id = e.unit_id ORDER BY e.id`),
    ).toEqual([
      { change: 1, off: 0, kind: 'stamps' },
      // 3.60: three points; 0.60 carried and 4.50 make 5.10: five.
      { change: 3, off: 0, kind: 'points' },
      { change: 1, off: 0, kind: 'stamps' },
      { change: 5, off: 0, kind: 'points' },
    ]);
  });

  it('earns nothing a second time', async () => {
    const shop = await aShop();
    const file = ['id,date,amount', '1,2025-11-03,4.50'].join('\n');
    await importedVisits(shop.ctx, file);
    expect(await importedVisits(shop.ctx, file, { earn: true })).toMatchObject({ written: 0, already: 1 });
    expect(shop.number('SELECT count(*) FROM ledger_entries')).toBe(0);
  });
});
