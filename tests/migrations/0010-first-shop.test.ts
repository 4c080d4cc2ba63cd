import BetterSqlite3, { type Database } from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { latestSchema, migrate } from '#electron/db/migrate.ts';
import { issueVoucher } from '#electron/services/vouchers.ts';
import { migrations } from '#migrations/index.ts';
import {
  aCustomer,
  aRequest,
  aShop,
  aVisit,
  stampCard,
  stampReward,
  visitTimes,
} from '#tests/support/shop.ts';

let database: Database;

beforeEach(() => {
  database = new BetterSqlite3(':memory:');
  migrate(database, migrations, () => undefined);
  onTestFinished(() => {
    database.close();
  });
});

interface TableInfo {
  readonly name: string;
  readonly type: string;
  readonly strict: number;
}

const ownTables = () =>
  (database.pragma('table_list') as TableInfo[]).filter(
    ({ name, type }) => type === 'table' && !name.startsWith('sqlite_'),
  );

describe('the list of migrations', () => {
  it('rises in tens', () => {
    expect(migrations.map((migration) => migration.number)).toEqual(
      migrations.map((_, index) => 10 * (index + 1)),
    );
    expect(latestSchema(migrations)).toBe(migrations.length * 10);
  });
});

describe('the first shape of the shop', () => {
  it('has strict tables only', () => {
    const tables = ownTables();
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
  });

  it('has an index for every reference that is followed backwards', () => {
    const unindexed = ownTables().flatMap(({ name }) => {
      const references = database.pragma(`foreign_key_list(${name})`) as { from: string; table: string }[];
      return references
        .filter(({ table }) => ['customers', 'visits', 'ledger_entries', 'lots'].includes(table))
        .filter(({ from }) => !leadingColumns(name).has(from))
        .map(({ from }) => `${name}.${from}`);
    });
    expect(unindexed).toEqual([
      // Few rows, read as a whole.
      'staff_customers.customer_id',
      'price_holds.customer_id',
      'parked_check_ins.customer_id',
    ]);
  });

  it('refuses a visit whose sign and reversal disagree', async () => {
    const { ctx, database: shop } = await aShop();
    const visit = await aVisit(ctx, await aCustomer(ctx));
    const copy = (changes: string) =>
      shop.writer
        .prepare(
          `INSERT INTO visits SELECT id + 1000, request_id || 'x', ${changes}, staff_id, source, programme_version_id,
           NULL, NULL, moved_from_id, import_id, reason FROM visits WHERE id = ?`,
        )
        .run(visit.visitId);
    const rest = 'customer_id, at, business_day, business_month';
    expect(() => copy(`-1, ${rest}, -amount`)).toThrow(/CHECK/);
    expect(() => copy(`1, ${rest}, -amount`)).toThrow(/CHECK/);
    expect(() => copy(`2, ${rest}, amount`)).toThrow(/CHECK/);
    expect(copy(`1, ${rest}, amount`).changes).toBe(1);
  });

  it('lets a visit be reversed and moved once', async () => {
    const { ctx, database: shop } = await aShop();
    const visit = await aVisit(ctx, await aCustomer(ctx));
    const insert = (number: number, sign: number, reverses: number | null, movedFrom: number | null) =>
      shop.writer
        .prepare(
          `INSERT INTO visits SELECT id + ?, request_id || ?, ?, customer_id, at, business_day, business_month, NULL,
           staff_id, source, programme_version_id, ?, NULL, ?, import_id, reason FROM visits WHERE id = ?`,
        )
        .run(number, number, sign, reverses, movedFrom, visit.visitId);
    insert(1, -1, visit.visitId, null);
    expect(() => insert(2, -1, visit.visitId, null)).toThrow(/UNIQUE/);
    insert(3, 1, null, visit.visitId);
    expect(() => insert(4, 1, null, visit.visitId)).toThrow(/UNIQUE/);
  });
});

/** Columns that lead a key or an index of a table. */
function leadingColumns(table: string): ReadonlySet<string> {
  const columns = database.pragma(`table_info(${table})`) as { name: string; pk: number }[];
  const indexes = database.pragma(`index_list(${table})`) as { name: string }[];
  const first = indexes.map(
    ({ name }) => (database.pragma(`index_info(${name})`) as { name: string }[])[0]?.name ?? '',
  );
  return new Set([...first, ...columns.filter(({ pk }) => pk === 1).map(({ name }) => name)]);
}

describe('what is append-only', () => {
  const tables = [
    'visits',
    'visit_lines',
    'ledger_entries',
    'ledger_draws',
    'consents',
    'programme_versions',
    'voucher_uses',
  ] as const;

  /** A shop that has at least one row in each of them. */
  async function aUsedShop() {
    const { ctx, database: shop } = await aShop();
    const customer = await aCustomer(ctx, { consents: [{ purpose: 'membership', granted: true }] });
    shop.writer.exec(
      "INSERT INTO items (id, name, category, price, active, created_at) VALUES (1, 'Latte', '', 450, 1, 0)",
    );
    await visitTimes(ctx, customer, stampCard(ctx).size);
    const { visitId } = await aVisit(ctx, customer, { redeem: [{ rewardId: stampReward(ctx).id }] });
    shop.writer.prepare("INSERT INTO visit_lines VALUES (?, 1, 1, 'Latte', 1, 450)").run(visitId);
    const voucher = await issueVoucher(ctx, {
      requestId: aRequest(),
      customerId: customer,
      kind: 'birthday',
      name: 'Cake',
      benefit: { kind: 'thing' },
      cost: 0,
      expiresDay: '2026-12-31',
    });
    await aVisit(ctx, customer, { vouchers: [{ code: voucher.code }] });
    return shop.writer;
  }

  it.each(tables)('%s: no row is changed or deleted', async (table) => {
    const writer = await aUsedShop();
    const count = writer.prepare(`SELECT count(*) FROM ${table}`).pluck();
    const before = Number(count.get());
    expect(before).toBeGreaterThan(0);
    const column = (writer.pragma(`table_info(${table})`) as { name: string }[]).at(-1)?.name;
    const refusal = new RegExp(`${table} is append-only`);
    expect(() => writer.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow(refusal);
    expect(() => writer.exec(`DELETE FROM ${table}`)).toThrow(refusal);
    expect(count.get()).toBe(before);
  });

  it('is nothing else', () => {
    const guarded = database
      .prepare(
        "SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%append-only%'",
      )
      .pluck()
      .all();
    const later = [
      ...[
        'wallet_transfers',
        'month_closes',
        'month_reopenings',
        'goals',
        'follow_up_facts',
        'follow_up_undos',
      ],
      ...['playbook_versions', 'experiments', 'campaign_people', 'audit_entries'],
    ];
    expect(guarded.sort()).toEqual([...tables, ...later].sort());
  });
});

describe('the index of names', () => {
  const add = (id: number, folded: string) => {
    database.exec(`INSERT OR IGNORE INTO wallets (id, created_at) VALUES (1, 0);
      INSERT OR IGNORE INTO staff VALUES (1, 'Owner', 'owner', 1, 0)`);
    database
      .prepare(
        `INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
         VALUES (?, 1, ?, ?, 0, 0, 0, 1)`,
      )
      .run(id, folded, folded);
  };
  const find = (match: string) =>
    database.prepare('SELECT rowid FROM customer_names WHERE customer_names MATCH ?').pluck().all(match);

  it('follows new and changed names', () => {
    add(1, 'aino virtanen');
    add(2, 'aila makinen');
    expect(find('"ai"*')).toEqual([1, 2]);
    database.exec("UPDATE customers SET name_folded = 'oona virtanen' WHERE id = 1");
    expect(find('"ai"*')).toEqual([2]);
    expect(find('oona')).toEqual([1]);
    database.exec("INSERT INTO customer_names (customer_names) VALUES ('integrity-check')");
  });

  it('tells its words with the number of names', () => {
    add(1, 'aino virtanen');
    add(2, 'eero virtanen');
    const words = database.prepare('SELECT term, doc FROM customer_words ORDER BY term').raw().all();
    expect(words).toEqual([
      ['aino', 1],
      ['eero', 1],
      ['virtanen', 2],
    ]);
  });
});
