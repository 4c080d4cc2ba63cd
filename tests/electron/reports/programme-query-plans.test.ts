import { beforeEach, describe, expect, it } from 'vitest';
import { Connection, type ReadDb } from '#electron/db/connection.ts';
import { programmeCost } from '#electron/reports/cost-query.ts';
import { dueExpirations } from '#electron/reports/expiry-query.ts';
import { columnEntries, rollForwards } from '#electron/reports/reconciliation-query.ts';
import { countReplayed, replayedVisits } from '#electron/reports/replayed-visits.ts';
import { tierDays } from '#electron/reports/tier-query.ts';
import { customersBornOn } from '#electron/repositories/birthdays.ts';
import { ledgerDrift } from '#electron/repositories/drift.ts';
import { customersWithVoucherSince, spentOnVouchers } from '#electron/repositories/vouchers.ts';
import { shopFacts } from '#electron/services/shop-context.ts';
import { addDays, businessDay } from '#shared/domain/business-day/business-day.ts';
import { plansWhile } from '#tests/support/query-plans.ts';
import { publishRules } from '#tests/support/rules.ts';
import { aCustomer, aShop, aVisit, rulesOf, type TestShop } from '#tests/support/shop.ts';

const day = businessDay(20_000);
const span = { from: day, to: addDays(day, 7) };
let shop: TestShop;

beforeEach(async () => {
  shop = await aShop();
});

/** How the tables that grow with the years are read, alias first. */
async function readings(read: (db: ReadDb) => Promise<unknown>): Promise<readonly string[]> {
  const { reader } = shop.database;
  const plans = await plansWhile([reader], () => read(new Connection(reader)));
  expect(plans.length).toBeGreaterThan(0);
  return plans.flatMap((plan) => plan.lines).filter((line) => /^(SCAN|SEARCH) /.test(line));
}

/** A whole table that grows, row by row and without the help of an index that holds all that is asked. */
const isPassedOver = (line: string): boolean =>
  /^SCAN (v|e|l|r|s|visits|ledger_entries|lots|ledger_draws|customers|customer_stats)\b/.test(line) &&
  !line.includes('COVERING INDEX');

describe('the owner’s questions read no large table row by row', () => {
  it('replaying some days of visits', async () => {
    const items = [{ kind: 'category' as const, category: 'Coffee' }];
    const card = {
      unitId: 7,
      name: 'Coffee',
      size: 10,
      stamps: 1,
      perDay: null,
      on: { kind: 'items' as const, scopes: items },
    };
    const rules = { ...rulesOf(shop.ctx), stampCards: [card] };
    const options = {
      calendar: shopFacts(shop.ctx).calendar,
      categories: new Map<number, string>(),
      rules: [
        { ...rules, gifts: { ...rules.gifts, signUp: null, referral: null, milestones: [], birthday: null } },
      ],
      rulesOf: () => undefined,
    };
    const found = await readings(async (db) => {
      await countReplayed(db, span.from, span.to);
      for await (const visits of replayedVisits(db, span, options)) expect(visits).toEqual([]);
    });
    expect(found.filter(isPassedOver)).toEqual([]);
    expect(found).toContain('SEARCH v USING INDEX visits_by_day (business_day>? AND business_day<?)');
    expect(found).toContain('SEARCH r USING COVERING INDEX visits_by_reversed (reverses_id=?)');
  });

  it('what ends in some wallets, also for silence', async () => {
    await publishRules(shop.ctx, {
      expiry: {
        points: { kind: 'inactivity', months: 6, graceDays: 0 },
        stamps: { kind: 'months', months: 6, graceDays: 0 },
      },
    });
    await aVisit(shop.ctx, await aCustomer(shop.ctx));
    const versions = shopFacts(shop.ctx).programmes;
    const found = await readings((db) => dueExpirations(db, { versions, day, after: 0 }));
    expect(found.filter(isPassedOver)).toEqual([]);
    expect(found).toContain('SEARCH l USING INDEX lots_open (wallet_id>? AND wallet_id<?)');
    expect(found).toContain(
      'SEARCH c USING COVERING INDEX customers_by_wallet (wallet_id>? AND wallet_id<?)',
    );
  });

  it('the days that tiers look back on', async () => {
    const found = await readings((db) => tierDays(db, span.from, span.to));
    expect(found).toContain(
      'SEARCH visits USING COVERING INDEX visits_by_day (business_day>? AND business_day<?)',
    );
  });

  it('a reconciliation of some days and one page of its entries', async () => {
    const found = await readings(async (db) => {
      await rollForwards(db, { ...span, unitIds: [1] });
      await columnEntries(db, { ...span, unitId: 1, column: 'earned', offset: 0, limit: 50 });
    });
    expect(found.filter(isPassedOver)).toEqual([]);
    expect(found.filter((line) => line.startsWith('SEARCH e USING INDEX ledger_entries_by_day'))).not.toEqual(
      [],
    );
  });

  it('the cost of a month', async () => {
    const rules = rulesOf(shop.ctx);
    const found = await readings((db) => programmeCost(db, { ...span, today: day, rules, versions: [] }));
    expect(found.filter(isPassedOver)).toEqual([]);
  });

  it('birthdays and vouchers', async () => {
    const found = await readings(async (db) => {
      await customersBornOn(db, { day: 1, month: 2 });
      await customersWithVoucherSince(db, 'birthday', day);
      await spentOnVouchers(db, 'surprise', span.from, span.to);
    });
    expect(found).toEqual([
      'SEARCH customers USING INDEX customers_by_birthday (birth_month=? AND birth_day=?)',
      'SEARCH vouchers USING INDEX vouchers_by_month (kind=? AND issued_day>?)',
      'SEARCH vouchers USING INDEX vouchers_by_month (kind=? AND issued_day>? AND issued_day<?)',
    ]);
  });

  it('a check of all balances and lots reads the indexes and the lots, never the long rows of the ledger', async () => {
    const found = await readings((db) => ledgerDrift(db));
    expect(found.filter((line) => line.includes('ledger_entries'))).toEqual([
      'SCAN ledger_entries USING COVERING INDEX ledger_entries_by_wallet',
    ]);
    expect(found.filter((line) => line.includes('ledger_draws') && !line.includes('COVERING INDEX'))).toEqual(
      [],
    );
  });
});
