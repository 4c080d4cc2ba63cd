import { beforeEach, describe, expect, it } from 'vitest';
import { Connection, type ReadDb } from '#electron/db/connection.ts';
import { matchTails } from '#electron/db/name-index.ts';
import { retentionFigures } from '#electron/reports/retention-query.ts';
import { countCustomers, type ListOrder, listCustomers } from '#electron/repositories/customer-list.ts';
import {
  countBirthdays,
  countJoined,
  customerCards,
  customerForCheckIn,
  customerOfRequest,
  customersBroughtBy,
  customersWithPhone,
  findCard,
} from '#electron/repositories/customers.ts';
import {
  balanceAfter,
  balanceUpToVisit,
  drawsOfEntry,
  entriesOfVisit,
  entriesOfVisits,
  entryPage,
  openDebts,
  openLots,
  walletBalances,
} from '#electron/repositories/ledger.ts';
import { findRequest } from '#electron/repositories/requests.ts';
import { customerMonths, customerStats, dayTotals } from '#electron/repositories/summaries.ts';
import { cardlessSince, countNamed, customersBetween, visitsOfDay } from '#electron/repositories/till.ts';
import { timelineKeys, timelineVisits } from '#electron/repositories/timeline.ts';
import {
  customerDays,
  isReversed,
  linesOfVisits,
  newestVisits,
  visitLines,
  visitOfRequest,
} from '#electron/repositories/visits.ts';
import { businessDay, businessMonth } from '#shared/domain/business-day/business-day.ts';
import { plansWhile } from '#tests/support/query-plans.ts';
import { aCustomer, aShop, aVisit, type TestShop } from '#tests/support/shop.ts';

const day = businessDay(20_000);
let shop: TestShop;

beforeEach(async () => {
  shop = await aShop();
});

/** The plan of what a repository function asks, its lines in order. */
async function linesOf(read: (db: ReadDb) => Promise<unknown>): Promise<readonly string[]> {
  const { reader } = shop.database;
  const plans = await plansWhile([reader], () => read(new Connection(reader)));
  return plans.flatMap((plan) => plan.lines);
}

/** Merged entries are few and have an index of their own. */
const theMergedLeftOut = [
  'LIST SUBQUERY 1',
  'SEARCH customers USING COVERING INDEX customers_merged (merged_into_id>?)',
  'CREATE BLOOM FILTER',
];

describe('each statement of the till goes by its index', () => {
  it.each<[string, (db: ReadDb) => Promise<unknown>, readonly string[]]>([
    [
      'visitOfRequest',
      (db) => visitOfRequest(db, ''),
      ['SEARCH visits USING INDEX sqlite_autoindex_visits_1 (request_id=?)'],
    ],
    [
      'isReversed',
      (db) => isReversed(db, 1),
      ['SEARCH visits USING COVERING INDEX visits_by_reversed (reverses_id=?)'],
    ],
    [
      'customerForCheckIn',
      (db) => customerForCheckIn(db, 1),
      [
        'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)',
        'SEARCH s USING INTEGER PRIMARY KEY (rowid=?)',
        // Nobody was found: it may be a merged entry.
        'SEARCH customers USING INTEGER PRIMARY KEY (rowid=?)',
      ],
    ],
    [
      'customerOfRequest',
      (db) => customerOfRequest(db, ''),
      ['SEARCH customers USING INDEX sqlite_autoindex_customers_1 (request_id=?)'],
    ],
    ['findRequest', (db) => findRequest(db, ''), ['SEARCH requests USING PRIMARY KEY (request_id=?)']],
    ['findCard', (db) => findCard(db, ''), ['SEARCH cards USING PRIMARY KEY (code=?)']],
    ['walletBalances', (db) => walletBalances(db, 1), ['SEARCH balances USING PRIMARY KEY (wallet_id=?)']],
    [
      'customerStats',
      (db) => customerStats(db, 1),
      ['SEARCH customer_stats USING INTEGER PRIMARY KEY (rowid=?)'],
    ],
    ['dayTotals', (db) => dayTotals(db, day), ['SEARCH day_totals USING INTEGER PRIMARY KEY (rowid=?)']],
    [
      'openLots',
      (db) => openLots(db, 1, 1),
      ['SEARCH lots USING INDEX lots_open (wallet_id=? AND unit_id=?)'],
    ],
    [
      'entriesOfVisit',
      (db) => entriesOfVisit(db, 1),
      ['SEARCH ledger_entries USING INDEX ledger_entries_by_visit (visit_id=?)'],
    ],
    [
      'balanceAfter',
      (db) => balanceAfter(db, 1, 1, 1),
      [
        'SEARCH ledger_entries USING COVERING INDEX ledger_entries_by_wallet (wallet_id=? AND unit_id=? AND id<?)',
      ],
    ],
    [
      'balanceUpToVisit',
      (db) => balanceUpToVisit(db, 1, 1, 1),
      ['SEARCH ledger_entries USING INDEX ledger_entries_by_wallet (wallet_id=? AND unit_id=?)'],
    ],
    [
      'entryPage',
      (db) => entryPage(db, 1, 1, { limit: 1, offset: 0 }),
      [
        'SEARCH e USING INDEX ledger_entries_by_wallet (wallet_id=? AND unit_id=?)',
        'SEARCH s USING INTEGER PRIMARY KEY (rowid=?)',
        'SEARCH v USING INTEGER PRIMARY KEY (rowid=?)',
        'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)',
        'SEARCH t USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
      ],
    ],
    [
      'newestVisits',
      (db) => newestVisits(db, 1, 1),
      [
        'SEARCH customers USING COVERING INDEX customers_merged (merged_into_id=?)',
        'SEARCH v USING COVERING INDEX visits_by_customer (customer_id=?)',
        'CORRELATED SCALAR SUBQUERY 1',
        'SEARCH r USING COVERING INDEX visits_by_reversed (reverses_id=?)',
      ],
    ],
    [
      'customerDays',
      (db) => customerDays(db, 1),
      [
        'SEARCH customers USING COVERING INDEX customers_merged (merged_into_id=?)',
        'SEARCH visits USING COVERING INDEX visits_by_customer (customer_id=?)',
      ],
    ],
    [
      'customerMonths',
      (db) => customerMonths(db, 1, businessMonth(24_315)),
      ['SEARCH customer_month USING INDEX customer_month_by_customer (customer_id=? AND month>?)'],
    ],
    ['visitLines', (db) => visitLines(db, 1), ['SEARCH visit_lines USING PRIMARY KEY (visit_id=?)']],
    [
      'customersWithPhone',
      (db) => customersWithPhone(db, '1'),
      [
        'SEARCH m USING INDEX customers_by_phone_tail (phone_reversed=?)',
        'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)',
      ],
    ],
    [
      'countJoined',
      (db) => countJoined(db, day),
      ['SEARCH customers USING INDEX customers_by_since (customer_since=?)'],
    ],
    [
      'countBirthdays',
      (db) => countBirthdays(db, 1, 1),
      [
        'SEARCH customers USING COVERING INDEX customers_by_birthday (birth_month=? AND birth_day=?)',
        ...theMergedLeftOut,
      ],
    ],
    [
      'countNamed',
      (db) => countNamed(db, 'anna'),
      [
        'SEARCH customers USING COVERING INDEX customers_by_name (name_folded>? AND name_folded<?)',
        ...theMergedLeftOut,
      ],
    ],
    [
      'customersBroughtBy',
      (db) => customersBroughtBy(db, 1),
      ['SEARCH customers USING INDEX customers_by_referrer (referred_by_id=?)'],
    ],
  ])('%s', async (_name, read, expected) => {
    expect(await linesOf(read)).toEqual(expected);
  });

  it.each<[string, (db: ReadDb) => Promise<unknown>, string]>([
    // What is sorted here is one day, one customer or one visit.
    ['visitsOfDay', (db) => visitsOfDay(db, day, 1), 'SEARCH v USING INDEX visits_by_day (business_day=?)'],
    [
      'customersBetween',
      (db) => customersBetween(db, day, 1, 2),
      'SEARCH v USING INDEX visits_by_day (business_day=? AND customer_id>?)',
    ],
    [
      'customerCards',
      (db) => customerCards(db, 1),
      'SEARCH cards USING INDEX cards_by_customer (customer_id=?)',
    ],
    [
      'drawsOfEntry',
      (db) => drawsOfEntry(db, 1),
      'SEARCH ledger_draws USING COVERING INDEX ledger_draws_by_entry (entry_id=?)',
    ],
    [
      'openDebts',
      (db) => openDebts(db, 1, 1),
      'SEARCH e USING INDEX ledger_entries_by_wallet (wallet_id=? AND unit_id=?)',
    ],
    [
      'entriesOfVisits',
      (db) => entriesOfVisits(db, [1, 2]),
      'SEARCH ledger_entries USING INDEX ledger_entries_by_visit (visit_id=?)',
    ],
    ['linesOfVisits', (db) => linesOfVisits(db, [1, 2]), 'SEARCH visit_lines USING PRIMARY KEY (visit_id=?)'],
    ['timelineVisits', (db) => timelineVisits(db, [1, 2]), 'SEARCH v USING INTEGER PRIMARY KEY (rowid=?)'],
    [
      'timelineKeys',
      (db) => timelineKeys(db, 1, 'all', { limit: 1, offset: 0 }),
      'SEARCH v USING COVERING INDEX visits_by_customer (customer_id=?)',
    ],
    [
      'cardlessSince',
      (db) => cardlessSince(db, 1, 1),
      'SEARCH s USING COVERING INDEX customer_stats_by_last (last_at>?)',
    ],
  ])('%s', async (_name, read, expected) => {
    const lines = await linesOf(read);
    expect(lines).toContain(expected);
    expect(lines.filter((line) => line.startsWith('SCAN'))).toEqual([]);
  });

  it('phones and cards by their ends', async () => {
    const lines = await linesOf((db) => matchTails(db, { phone: ['7654', '765'], card: '29010000' }, 8));
    expect(lines).toEqual(
      expect.arrayContaining([
        'SEARCH m USING INDEX customers_by_phone_tail (phone_reversed>? AND phone_reversed<?)',
        'SEARCH k USING INDEX cards_by_tail (code_reversed>? AND code_reversed<?)',
        'SEARCH k USING PRIMARY KEY (code>? AND code<?)',
      ]),
    );
    expect(lines.filter((line) => /^SCAN [a-z]/.test(line))).toEqual([]);
  });
});

describe('a page of the customers list', () => {
  const nobodyInParticular = { tokens: [], phoneTails: [], kind: 'all', month: 1 } as const;
  const page = (sort: ListOrder['sort'], descending: boolean) => ({
    sort,
    descending,
    offset: 40_000,
    limit: 100,
  });

  it.each(
    (['lastVisit', 'name', 'visits', 'spend'] as const).flatMap((sort) => [
      [sort, true] as const,
      [sort, false] as const,
    ]),
  )('by %s (descending: %s) is read off the index, and nothing is sorted', async (sort, descending) => {
    const lines = await linesOf((db) => listCustomers(db, nobodyInParticular, page(sort, descending)));
    const plans = {
      lastVisit: [
        'SCAN s USING COVERING INDEX customer_stats_by_last',
        'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)',
      ],
      name: ['SCAN c USING COVERING INDEX customers_by_name', 'SEARCH s USING INTEGER PRIMARY KEY (rowid=?)'],
      visits: [
        'SCAN s USING COVERING INDEX customer_stats_by_visits',
        'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)',
      ],
      spend: [
        'SCAN s USING COVERING INDEX customer_stats_by_spend',
        'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)',
      ],
    };
    // Those who were forgotten are few.
    const forgotten = 'USING ROWID SEARCH ON TABLE erasures FOR IN-OPERATOR';
    expect(lines.filter((line) => line !== forgotten)).toEqual([
      'CO-ROUTINE page',
      ...plans[sort],
      'SCAN page',
      'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH s USING INTEGER PRIMARY KEY (rowid=?)',
      'CORRELATED SCALAR SUBQUERY 3',
      'SEARCH k USING INDEX cards_by_customer (customer_id=?)',
      // The cards of one person.
      'USE TEMP B-TREE FOR ORDER BY',
    ]);
  });

  it('of the incomplete is found by them', async () => {
    const incomplete = { ...nobodyInParticular, kind: 'completeLater' } as const;
    const lines = await linesOf((db) => countCustomers(db, incomplete));
    expect(lines).toContain('SCAN c USING COVERING INDEX customers_to_complete');
  });

  it('is counted without reading the people', async () => {
    const lines = await linesOf((db) => countCustomers(db, nobodyInParticular));
    expect(lines).toEqual([
      expect.stringMatching(/^SCAN customer_stats USING COVERING INDEX/),
      'SCAN e',
      'SEARCH s EXISTS USING INTEGER PRIMARY KEY (rowid=?)',
    ]);
    const never = await linesOf((db) => countCustomers(db, { ...nobodyInParticular, kind: 'never' }));
    expect(never).toContain('SEARCH s USING COVERING INDEX customer_stats_by_visits (visits=?)');
  });
});

describe('a report', () => {
  it('retention reads the days it needs off an index, once', async () => {
    await aVisit(shop.ctx, await aCustomer(shop.ctx));
    const question = { start: day, end: businessDay(day + 30), window: 60, today: businessDay(day + 90) };
    const lines = await linesOf((db) => retentionFigures(db, question));
    expect(lines).toContain(
      'SEARCH visits USING COVERING INDEX visits_by_day (business_day>? AND business_day<?)',
    );
    expect(lines).toContain('SEARCH s USING INTEGER PRIMARY KEY (rowid=?)');
    expect(lines).toContain('SEARCH c USING INTEGER PRIMARY KEY (rowid=?)');
    expect(lines).toContain('SEARCH day_totals USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)');
    // Of tables only the one with a row a customer; else the days found, the few merged entries with those that were
    // kept, and those who came with an earlier date from an import.
    const scanned = new Set(lines.filter((line) => line.startsWith('SCAN')));
    expect([...scanned].sort()).toEqual([
      'SCAN customer_stats',
      'SCAN days',
      'SCAN earlier',
      'SCAN p',
      'SCAN people',
    ]);
    expect(lines).toContain('SEARCH customers USING COVERING INDEX customers_merged (merged_into_id>?)');
  });
});
