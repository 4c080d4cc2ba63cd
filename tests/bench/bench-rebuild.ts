import { shopFile } from '#electron/db/open-database.ts';
import { buildMissing } from '#electron/launch/build-missing.ts';
import { ReportsClient } from '#electron/reports/reports-client.ts';
import { rebuildSummaries } from '#electron/services/rebuild-summaries.ts';
import { type Measurement, middle, ms } from './measurement.ts';
import { contextOn, copyShop, type ShopCopy } from './shop-copy.ts';

// The built one: what runs in the product, whose second thread has to start for each check.
const worker = new URL('../../out/node/worker.js', import.meta.url);

const rounds = 3;

const derivedTables = ['customer_stats', 'customer_month', 'day_totals', 'balances'];

/** What the engine alone needs to read once what the derived tables are made of and the tables themselves. */
const bareReads = [
  'SELECT SUM(sign), SUM(amount), MAX(at) FROM visits WHERE customer_id IS NOT NULL',
  'SELECT SUM(sign), SUM(amount) FROM visits INDEXED BY visits_by_day',
  'SELECT SUM(change), SUM(carry_num) FROM ledger_entries INDEXED BY ledger_entries_by_wallet',
  'SELECT SUM(amount) FROM ledger_draws INDEXED BY ledger_draws_by_lot',
  'SELECT SUM(amount), SUM(remaining) FROM lots',
  'SELECT SUM(visits), SUM(spend), SUM(age), SUM(prev) FROM customer_month',
  'SELECT SUM(visits), SUM(spend) FROM customer_stats',
  'SELECT SUM(balance) FROM balances',
];

/** Times of one kind of work, round by round, in milliseconds; the processor's leave out what others kept it from. */
class Times {
  readonly wall: number[] = [];
  readonly processor: number[] = [];

  async take(work: () => Promise<unknown>): Promise<void> {
    const used = process.cpuUsage();
    const start = performance.now();
    await work();
    this.wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    this.processor.push((user + system) / 1000);
  }

  say(): string {
    return `${ms(middle(this.wall))}, of them ${ms(middle(this.processor))} at work`;
  }
}

function readBare({ database }: ShopCopy): void {
  for (const sql of bareReads) database.reader.prepare(sql).all();
}

/** Goal 10: all derived tables made anew from the append-only ones, and every row of them compared. */
export async function benchRebuild(file: string): Promise<readonly Measurement[]> {
  await buildMissing({ force: false, say: () => undefined });
  const copy = copyShop(file);
  const { writer } = copy.database;
  const reports = new ReportsClient(shopFile(copy.dataDir), worker);
  // The threads of the reports alone keep no process alive.
  const alive = setInterval(() => undefined, 1000);
  const times = { bare: new Times(), sound: new Times(), lost: new Times(), drift: new Times() };
  let drifted = 0;
  try {
    const ctx = await contextOn(copy, { now: () => Date.now() });
    // The product's thread of reports is there long before; the second one is not, and its start counts.
    await reports.ask('visitSpan', null);
    for (let round = 0; round < rounds; round += 1) {
      await times.bare.take(async () => readBare(copy));
      await times.drift.take(async () => (drifted += (await reports.driftCheck()).length));
      await times.sound.take(() => rebuildSummaries(ctx));
      for (const table of derivedTables) writer.exec(`DELETE FROM ${table}`);
      writer.exec('UPDATE lots SET remaining = amount WHERE remaining < amount');
      writer.pragma('wal_checkpoint(TRUNCATE)');
      await times.lost.take(() => rebuildSummaries(ctx));
      writer.pragma('wal_checkpoint(TRUNCATE)');
      drifted += (await reports.driftCheck()).length;
    }
  } finally {
    clearInterval(alive);
    await reports.close();
    copy.remove();
  }
  const found = drifted === 0 ? 'nothing drifted' : `${drifted} rows drifted`;
  const bare = `reading all of it bare: ${times.bare.say()}`;
  return [
    {
      name: '10 rebuild of all derived tables that were emptied / 5 s',
      ratio: middle(times.lost.wall) / 5000,
      goal: 1,
      detail: `${times.lost.say()}; of a sound shop ${times.sound.say()}; ${bare}`,
    },
    {
      name: '10 drift check, every row of all derived tables / 1 s',
      ratio: middle(times.drift.wall) / 1000,
      goal: 1,
      detail: `${times.drift.say()}; ${bare}; ${found}`,
    },
  ];
}
