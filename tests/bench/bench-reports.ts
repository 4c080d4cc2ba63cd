import BetterSqlite3 from 'better-sqlite3';
import { Connection, type ReadDb } from '#electron/db/connection.ts';
import { shopFile } from '#electron/db/open-database.ts';
import { queries } from '#electron/reports/queries.ts';
import {
  addDays,
  businessDayAt,
  businessMonth,
  monthOf,
  monthRange,
} from '#shared/domain/business-day/business-day.ts';
import { onCopy } from './bench-programme.ts';
import { latenessGoal } from './busy-till.ts';
import { designNow } from './design-shop.ts';
import { type DuckDatabase, duckDatabase } from './duck-database.ts';
import { type Measurement, middle, ms } from './measurement.ts';
import { plainReports } from './plain-reports.ts';
import { copyShop } from './shop-copy.ts';

const today = businessDayAt(designNow, { timeZone: 'Europe/Helsinki', cutoffMinutes: 240 });
/** The month that has just ended: the one an owner closes. */
const { from: start, to: end } = monthRange(businessMonth(monthOf(today) - 1));
const period = { start, end, today, window: 60, tiers: [], versions: [] };
const upTo = { to: end, today };

/** The ten reports of the month dashboard, by the names of their plain counterparts. */
const dashboard: Readonly<Record<string, (db: ReadDb) => Promise<unknown>>> = {
  retention: (db) => queries.retention(db, period),
  cohorts: (db) => queries.cohorts(db, upTo),
  firstReturn: (db) => queries.firstReturn(db, upTo),
  trend: (db) => queries.trend(db, { ...period, periods: 24 }),
  frequency: (db) => queries.frequency(db, period),
  splits: (db) => queries.splits(db, period),
  value: (db) => queries.value(db, period),
  rfm: (db) => queries.rfm(db, upTo),
  silentVips: (db) => queries.silentVips(db, { ...upTo, days: 30 }, { offset: 0, limit: 50 }),
  topCustomers: (db) => queries.topCustomers(db, period, 50),
};

const rounds = 5;

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

interface Times {
  readonly ours: number[];
  readonly plain: number[];
  readonly duck: number[];
}

interface Engines {
  readonly database: BetterSqlite3.Database;
  readonly db: ReadDb;
  readonly duck: DuckDatabase | null;
}

/** Our report, the plain SQL and DuckDB in turns, the first round left out. */
async function race(name: string, sql: string, { database, db, duck }: Engines): Promise<Times> {
  const times: Times = { ours: [], plain: [], duck: [] };
  const report = dashboard[name];
  if (!report) throw new Error(`no report ${name}`);
  const plain = database.prepare(sql);
  for (let round = 0; round <= rounds; round += 1) {
    const found = {
      ours: await timed(() => report(db)),
      // Seconds each, so once warm is enough.
      plain: round > 1 ? null : await timed(() => plain.all()),
      duck: duck ? await timed(() => duck.rows(sql)) : null,
    };
    if (round === 0) continue;
    times.ours.push(found.ours);
    if (found.plain !== null) times.plain.push(found.plain);
    if (found.duck !== null) times.duck.push(found.duck);
  }
  return times;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** May take as long as so many DuckDBs. */
const allowance = (name: string): number => (name === 'rfm' || name === 'topCustomers' ? 5 : 1.5);

function measurements(times: ReadonlyMap<string, Times>): readonly Measurement[] {
  const total = (side: keyof Times) => sum([...times.values()].map((one) => middle(one[side])));
  const [ours, plain, duck] = [total('ours'), total('plain'), total('duck')];
  const month = middle(times.get('retention')?.ours ?? []);
  const each = Array.from(times, ([name, one]) => `${name} ${ms(middle(one.ours))}`).join(', ');
  return [
    {
      name: '6 month dashboard, ten reports warm / plain SQL on the visits',
      ratio: ours / plain,
      goal: 1 / 3,
      detail: `${ms(ours)} against ${ms(plain)}: ${each}`,
    },
    {
      name: '6 the closing month alone / 50 ms',
      ratio: month / 50,
      goal: 1,
      detail: ms(month),
    },
    ...(duck === 0
      ? []
      : [
          {
            name: '6 month dashboard, ten reports warm / DuckDB on one thread',
            ratio: ours / duck,
            goal: 1,
            detail: `${ms(ours)} against ${ms(duck)}`,
          },
          ...Array.from(times, ([name, one]) => ({
            name: `6 ${name} / DuckDB`,
            ratio: middle(one.ours) / middle(one.duck),
            goal: allowance(name),
            detail: `${ms(middle(one.ours))} against ${ms(middle(one.duck))}`,
          })),
        ]),
  ];
}

/** Goal 6: the reports of the month at design size against plain SQL and against DuckDB on the same visits. */
export async function benchReports(file: string): Promise<readonly Measurement[]> {
  const copy = copyShop(file);
  // As the reports' thread opens it.
  const database = new BetterSqlite3(shopFile(copy.dataDir), { readonly: true });
  database.pragma('cache_size = -8000');
  let duck: DuckDatabase | null = null;
  try {
    duck = await duckDatabase(database).catch((error: unknown) => {
      console.log(
        `Without DuckDB as yardstick: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      );
      return null;
    });
    const engines = { database, db: new Connection(database), duck };
    const times = new Map<string, Times>();
    for (const [name, sql] of Object.entries(plainReports(period))) {
      times.set(name, await race(name, sql, engines));
    }
    return measurements(times);
  } finally {
    duck?.close();
    database.close();
    copy.remove();
  }
}

/** Goal 7: lateness of check-ins while the heaviest reports run one after another in their thread. */
export function benchReportsBeside(file: string): Promise<readonly Measurement[]> {
  return onCopy(file, async ({ reports, till }) => {
    const ask = async () => {
      await reports.ask('trend', { ...period, periods: 24 });
      await reports.ask('splits', period);
      await reports.ask('milestones', { start: addDays(end, -90), end }, { offset: 0, limit: 50 });
      await reports.run('gaps', upTo, () => undefined);
    };
    await ask();
    return [latenessGoal('the heaviest reports run', await till.inTurns(ask))];
  });
}
