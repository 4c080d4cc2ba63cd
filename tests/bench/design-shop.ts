import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { highestId } from '#electron/db/highest-id.ts';
import { openDatabase } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { Ids, idsPerTill } from '#electron/platform/ids.ts';
import { createItem } from '#electron/services/catalogue.ts';
import { firstTill, setUpShop } from '#electron/services/set-up-shop.ts';
import { currentStaff, programmeOn, type ShopContext, shopFacts } from '#electron/services/shop-context.ts';
import {
  type BusinessDay,
  type BusinessMonth,
  businessDay,
  businessDayAt,
  businessDayRange,
  monthOf,
} from '#shared/domain/business-day/business-day.ts';
import { demoCatalogue, fillBasket } from '#shared/domain/demo/catalogue.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { demo } from '#shared/i18n/en/demo.ts';
import { type DesignCustomers, writeCustomers } from './design-customers.ts';
import { DesignLedger, type LedgerVisit } from './design-ledger.ts';
import { type DesignSize, type DesignVisits, designVisits } from './design-lives.ts';
import { DesignSummaries } from './design-summaries.ts';

/** The moment the made-up shop stands at: Wednesday 1 July 2026, ten in the morning in Helsinki. */
export const designNow = Date.UTC(2026, 6, 1, 7, 0);

/** Share of the check-ins that were brought along by an import: they have no lines and earned nothing. */
const importedShare = 0.28;
const undoneShare = 0.002;
/** Check-ins with a sum and no items. */
const withoutLinesShare = 0.1;
const firstId = firstTill * idsPerTill + 1;

const shop = {
  name: 'Design size',
  kind: 'cafe',
  country: 'FI',
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  cutoffMinutes: 240,
  language: 'en',
} as const;

/** The shop's own first run with a catalogue, through the product. */
async function setUp(file: string, years: number): Promise<ShopContext> {
  const database = openDatabase(file);
  const ids = new Ids(firstTill, (table, from, to) => highestId(database.writer, table, from, to));
  const ctx: ShopContext = {
    work: new UnitOfWork(database.writer, database.reader),
    clock: { now: () => designNow },
    ids,
    facts: null,
  };
  await setUpShop(ctx, shop, { demo: { days: years * 365, write: async () => {} } });
  for (const { key, category, euroCents, quickPosition } of demoCatalogue('cafe')) {
    await createItem(ctx, {
      requestId: `design-${key}`,
      name: demo.items[key],
      category: demo.categories[category],
      price: euroCents,
      active: true,
      quickPosition,
    });
  }
  database.close();
  return ctx;
}

interface Writer {
  readonly database: Database.Database;
  readonly ctx: ShopContext;
  readonly visits: DesignVisits;
  readonly firstDay: number;
}

/** When things happened, each day resolved once. */
class DesignCalendar {
  readonly #starts = new Map<number, { day: BusinessDay; month: BusinessMonth; start: number }>();
  readonly #ctx: ShopContext;
  constructor(ctx: ShopContext) {
    this.#ctx = ctx;
  }
  on(day: number): { day: BusinessDay; month: BusinessMonth; start: number } {
    let known = this.#starts.get(day);
    if (!known) {
      const exact = businessDay(day);
      const { start } = businessDayRange(exact, shopFacts(this.#ctx).calendar);
      known = { day: exact, month: monthOf(exact), start };
      this.#starts.set(day, known);
    }
    return known;
  }
  /** `second` counts from midnight; the day begins four hours later. */
  at(day: number, second: number): number {
    return this.on(day).start + (second - shop.cutoffMinutes * 60) * 1000;
  }
}

function writePeople({ database, ctx, visits, firstDay }: Writer, calendar: DesignCalendar): DesignCustomers {
  const { joined } = visits;
  const order = Array.from(joined, (_, customer) => customer).sort(
    (a, b) => (joined[a] ?? 0) - (joined[b] ?? 0),
  );
  const lastImported = visits.day[Math.floor(visits.count * importedShare)] ?? 0;
  const staffId = currentStaff(shopFacts(ctx)).id;
  const joinedDay = (customer: number) => firstDay + (joined[customer] ?? 0);
  database
    .prepare(
      "INSERT INTO imports VALUES (1, 'design-import', 'visits', 'history.csv', 'none', ?, ?, '{}', 0, NULL, NULL, NULL)",
    )
    .run(calendar.at(firstDay + lastImported, 0), staffId);
  return writeCustomers(database, {
    order,
    joinedDay,
    joinedAt: (customer) => calendar.at(joinedDay(customer), 25_000),
    isImported: (customer) => (joined[customer] ?? 0) < lastImported,
    staffId,
    firstId,
  });
}

/** A request id as long as a real one, but rising, so that a million of them are written quickly. */
const requestId = (number: number): string =>
  `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;

function writeVisits(writer: Writer, calendar: DesignCalendar, customers: DesignCustomers): void {
  const { database, ctx, visits, firstDay } = writer;
  const facts = shopFacts(ctx);
  const programme = programmeOn(facts, businessDay(firstDay));
  const staffId = currentStaff(facts).id;
  const items = [...facts.items.values()].sort((a, b) => a.id - b.id);
  const random = new SeededRandom(99);
  const ledger = new DesignLedger(database, programme, staffId, firstId);
  const summaries = new DesignSummaries();
  const insertVisit = database.prepare(
    `INSERT INTO visits (id, request_id, sign, customer_id, at, business_day, business_month, amount, staff_id, source,
      programme_version_id, reverses_id, moved_from_id, import_id, reason) VALUES (${Array(15).fill('?').join(', ')})`,
  );
  const insertLine = database.prepare('INSERT INTO visit_lines VALUES (?, ?, ?, ?, ?, ?)');
  const imported = Math.floor(visits.count * importedShare);
  let nextId = firstId;
  const write = (
    sign: 1 | -1,
    visit: LedgerVisit,
    customerId: number | null,
    isImported: boolean,
    reverses: number | null,
  ) =>
    insertVisit.run(
      ...[
        visit.visitId,
        requestId(visit.visitId - firstId),
        sign,
        customerId,
        visit.at,
        visit.day,
        visit.month,
      ],
      ...[visit.amount, staffId, isImported ? 'import' : 'till', programme.versionId, reverses, null],
      ...[isImported ? 1 : null, null],
    );
  for (let place = 0; place < visits.count; place += 1) {
    const customer = visits.customer[place] ?? -1;
    const { day, month } = calendar.on(firstDay + (visits.day[place] ?? 0));
    const isImported = place < imported;
    const basket = fillBasket(random, demoCatalogue('cafe'), 'morning');
    const isKnownAmount = !random.chance(0.03);
    const amount = basket.reduce((sum, line) => sum + line.quantity * (items[line.item]?.price ?? 0), 0);
    const visit: LedgerVisit = {
      visitId: nextId++,
      customerId: customers.ids[customer] ?? 0,
      walletId: customers.walletIds[customer] ?? 0,
      at: calendar.at(day, visits.second[place] ?? 0),
      day,
      month,
      amount: isKnownAmount ? amount : null,
      lines: [],
      minute: Math.floor((visits.second[place] ?? 0) / 60),
    };
    const customerId = customer < 0 ? null : visit.customerId;
    write(1, visit, customerId, isImported, null);
    if (!isImported && !random.chance(withoutLinesShare)) {
      for (const [line, { item, quantity }] of basket.entries()) {
        const sold = items[item];
        if (sold) insertLine.run(visit.visitId, line + 1, sold.id, sold.name, quantity, sold.price);
      }
    }
    if (customerId !== null && !isImported && random.chance(undoneShare)) {
      // Undone a minute later: two rows that leave nothing behind.
      const reversal = {
        ...visit,
        visitId: nextId++,
        at: visit.at + 60_000,
        amount: visit.amount === null ? null : 0 - visit.amount,
      };
      ledger.earnAndUndo(visit, reversal);
      write(-1, reversal, customerId, false, visit.visitId);
      summaries.undone(visit);
      continue;
    }
    const reward = customerId !== null && !isImported ? ledger.ready(visit.walletId) : null;
    const taken = reward !== null && random.chance(0.8);
    if (reward && taken) ledger.redeem(visit, reward);
    if (customerId !== null && !isImported) ledger.earn(visit);
    if (customerId !== null) summaries.customer(customerId, visit);
    summaries.day(visit, customerId !== null, taken ? 1 : 0);
  }
  ledger.finish();
  summaries.finish(
    database,
    [...customers.ids].sort((a, b) => a - b),
  );
}

/** Indexes are made after the rows: ten times quicker than keeping them along the way. */
function withoutIndexes(database: Database.Database, write: () => void): void {
  const indexes = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .all() as { name: string; sql: string }[];
  database.exec('BEGIN');
  for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
  write();
  for (const { sql } of indexes) database.exec(sql);
  database.exec('COMMIT');
}

/** Writes a shop of that size to a new file, every derived table consistent with the append-only ones. */
export async function makeDesignShop(file: string, size: DesignSize): Promise<void> {
  rmSync(file, { force: true });
  const ctx = await setUp(file, size.years);
  const database = new Database(file);
  try {
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
    database.pragma('foreign_keys = OFF');
    database.pragma('cache_size = -600000');
    const visits = designVisits(size);
    const firstDay = businessDayAt(designNow, shopFacts(ctx).calendar) - size.years * 365;
    const writer = { database, ctx, visits, firstDay };
    const calendar = new DesignCalendar(ctx);
    withoutIndexes(database, () => writeVisits(writer, calendar, writePeople(writer, calendar)));
  } finally {
    database.close();
  }
}
