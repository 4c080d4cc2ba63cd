import { setImmediate } from 'node:timers/promises';
import { call } from '@orpc/server';
import type { Logger } from '#electron/platform/logger.ts';
import { tillCalls } from '#electron/rpc/till.ts';
import type { Safety } from '#electron/safety.ts';
import type { OpenShop } from '#electron/services/open-shop.ts';
import type { RestoreDesk } from '#electron/services/restore/restore-desk.ts';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import { programmeOn, type ShopContext, shopFacts } from '#electron/services/shop-context.ts';
import type { CheckInInput } from '#shared/contract/till.ts';
import { businessDayAt } from '#shared/domain/business-day/business-day.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { designNow } from './design-shop.ts';
import { type Measurement, middle, ms, quantile } from './measurement.ts';
import { type RecordedStep, RecordingWriter, Replay } from './recording-writer.ts';
import { contextOn, copyShop, type ShopCopy } from './shop-copy.ts';

const rounds = 9;
const perRound = 150;
const warmUp = 200;
const total = warmUp + rounds * perRound;

/** A clock that a benchmark moves on by twenty seconds for every check-in. */
class SteppingClock {
  #now = designNow;
  now = (): number => this.#now;
  step(index: number): void {
    this.#now = designNow + index * 20_000;
  }
}

/** Check-ins of a usual day: one in five a walk-in, most with items, a reward where one is ready. */
function usualCheckIns(copy: ShopCopy, ctx: ShopContext): readonly CheckInInput[] {
  const random = new SeededRandom(2_026);
  const facts = shopFacts(ctx);
  const items = [...facts.items.values()];
  const { rewards } = programmeOn(facts, businessDayAt(designNow, facts.calendar)).rules;
  const active = copy.database.reader
    .prepare('SELECT customer_id FROM customer_stats WHERE last_at > ? ORDER BY customer_id')
    .pluck()
    .all(designNow - 120 * 86_400_000) as number[];
  const ready = copy.database.reader.prepare(
    `SELECT b.unit_id AS unitId, b.balance FROM balances b JOIN customers c ON c.wallet_id = b.wallet_id
     WHERE c.id = ?`,
  );
  const seen = new Set<number>();
  return Array.from({ length: total }, () => {
    const customerId = random.chance(0.2) ? null : random.pick(active);
    const chosen = random.chance(0.9)
      ? [random.pick(items), ...(random.chance(0.4) ? [random.pick(items)] : [])]
      : [];
    const amount = chosen.reduce((sum, item) => sum + item.price, 0) || 500;
    const balances =
      customerId === null ? [] : (ready.all(customerId) as { unitId: number; balance: number }[]);
    const reward = rewards.find((one) =>
      balances.some((row) => row.unitId === one.unitId && row.balance >= one.price),
    );
    // A second reward might not be covered any more.
    const redeem = reward && customerId !== null && !seen.has(customerId) ? [{ rewardId: reward.id }] : [];
    if (customerId !== null) seen.add(customerId);
    return {
      requestId: globalThis.crypto.randomUUID(),
      customerId,
      amount,
      items: chosen.map((item) => ({ itemId: item.id, quantity: 1 })),
      redeem,
    };
  });
}

const silent: Logger = { info: () => {}, warn: () => {}, error: (what, facts) => console.error(what, facts) };

/** A check-in as it comes from a screen: through the contract, its checks of input and output, the service. */
function caller(ctx: ShopContext, dataDir: string): (input: CheckInInput) => Promise<unknown> {
  const unused = () => {
    throw new Error('a check-in asks for nothing else');
  };
  // May be handed on, but not be used.
  const unusedOne = <T extends object>(): T => new Proxy({} as T, { get: unused });
  const shop: OpenShop = {
    ctx,
    search: new CustomerSearch(ctx.work.read),
    reports: unusedOne(),
    figures: unusedOne(),
    exports: unusedOne(),
    backups: unusedOne(),
    dataDir,
    databaseFile: dataDir,
  };
  const context = {
    session: null,
    shop: () => shop,
    systemState: unused,
    settled: unused,
    safety: unusedOne<Safety>(),
    restore: unusedOne<RestoreDesk>(),
    training: {
      isOn: () => false,
      settled: unused,
      during: unused,
      realShop: () => shop,
      begin: unused,
      end: unused,
    },
    retryOpen: unused,
    printPage: null,
    logger: silent,
  };
  return (input) => call(tillCalls.checkIn, input, { context });
}

/** What the product runs for these check-ins, statement by statement. */
async function record(
  file: string,
): Promise<{ inputs: readonly CheckInInput[]; steps: (readonly RecordedStep[])[] }> {
  const copy = copyShop(file);
  try {
    const recorder = new RecordingWriter(copy.database.writer);
    const clock = new SteppingClock();
    const ctx = await contextOn(copy, clock, recorder.connection);
    const inputs = usualCheckIns(copy, ctx);
    const checkIn = caller(ctx, copy.dataDir);
    const steps: (readonly RecordedStep[])[] = [];
    for (const [index, input] of inputs.entries()) {
      clock.step(index);
      await checkIn(input);
      steps.push(recorder.take());
    }
    return { inputs, steps };
  } finally {
    copy.remove();
  }
}

interface Timings {
  readonly service: number[];
  readonly raw: number[];
}

/** The same check-ins through the product and as prepared statements, in turns, each on a copy of its own. */
async function inTurns(file: string): Promise<{ timings: Timings; synchronous: number }> {
  const { inputs, steps } = await record(file);
  const [served, bare] = [copyShop(file), copyShop(file)];
  try {
    const clock = new SteppingClock();
    const checkIn = caller(await contextOn(served, clock), served.dataDir);
    const replay = new Replay(bare.database.writer);
    const timings: Timings = { service: [], raw: [] };
    const serve = async (input: CheckInInput) => {
      const start = performance.now();
      await checkIn(input);
      timings.service.push(performance.now() - start);
    };
    const run = (prepared: readonly (() => unknown)[]) => {
      const start = performance.now();
      for (const step of prepared) step();
      timings.raw.push(performance.now() - start);
    };
    for (const [index, input] of inputs.entries()) {
      const prepared = replay.prepare(steps[index] ?? []);
      clock.step(index);
      if (index % 2 === 0) run(prepared);
      await serve(input);
      if (index % 2 === 1) run(prepared);
      if (index % perRound === 0) {
        // As in the product: the log is moved into the file between check-ins, never inside one.
        for (const { database } of [served, bare]) database.writer.pragma('wal_checkpoint(PASSIVE)');
        await setImmediate();
      }
    }
    return { timings, synchronous: Number(served.database.writer.pragma('synchronous', { simple: true })) };
  } finally {
    served.remove();
    bare.remove();
  }
}

const roundsOf = (timings: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: rounds }, (_, round) =>
    timings.slice(warmUp + round * perRound, warmUp + (round + 1) * perRound),
  );

function figures(timings: readonly number[]): string {
  const measured = timings.slice(warmUp);
  return `p50 ${ms(middle(measured))}, p95 ${ms(quantile(measured, 0.95))}, p99 ${ms(quantile(measured, 0.99))}`;
}

/** Goals 1 and 2. */
export async function benchCheckIn(file: string): Promise<readonly Measurement[]> {
  const { timings, synchronous } = await inTurns(file);
  const raw = roundsOf(timings.raw);
  const ratios = roundsOf(timings.service).map((round, index) => middle(round) / middle(raw[index] ?? []));
  const spread = `rounds ${quantile(ratios, 0).toFixed(2)} to ${quantile(ratios, 1).toFixed(2)}`;
  return [
    {
      name: '1 check-in: whole service layer / raw statements',
      ratio: middle(ratios),
      goal: 2,
      detail: `service ${figures(timings.service)}; raw ${figures(timings.raw)}; ${spread}; stretch goal 1.5`,
    },
    {
      name: '2 synchronous on the writing connection: FULL / what is read back',
      ratio: synchronous === 0 ? Number.MAX_SAFE_INTEGER : 2 / synchronous,
      goal: 1,
      detail: `PRAGMA synchronous reads back ${synchronous}`,
    },
  ];
}

const summaries = /^\s*(insert into|update|delete from) "(customer_stats|customer_month|day_totals)"/;

function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Goal 3: processor time of all writes against the same without the summaries; the disk is left out. */
export async function benchSummaries(file: string): Promise<readonly Measurement[]> {
  const { steps } = await record(file);
  const [all, few] = [copyShop(file), copyShop(file)];
  try {
    const replays = [all, few].map(({ database }) => {
      database.writer.pragma('synchronous = OFF');
      return new Replay(database.writer);
    });
    const times: [number[], number[]] = [[], []];
    for (let from = 0; from < total; from += perRound) {
      const batch = steps.slice(from, from + perRound).flat();
      const parts = [batch, batch.filter(({ sql }) => !summaries.test(sql))];
      const prepared = parts.map((part, index) => replays[index]?.prepare(part) ?? []);
      for (const which of from % (2 * perRound) === 0 ? [0, 1] : [1, 0]) {
        const cpu = cpuOf(() => {
          for (const step of prepared[which] ?? []) step();
        });
        if (from >= warmUp) times[which === 0 ? 0 : 1].push(cpu / perRound);
      }
      for (const { database } of [all, few]) database.writer.pragma('wal_checkpoint(PASSIVE)');
    }
    const ratios = times[0].map((cpu, round) => cpu / (times[1][round] ?? cpu));
    return [
      {
        name: '3 CPU of all writes / visit, ledger and balance alone',
        ratio: middle(ratios),
        goal: 1.6,
        detail: `${ms(middle(times[0]))} / ${ms(middle(times[1]))} of processor time per check-in`,
      },
    ];
  } finally {
    all.remove();
    few.remove();
  }
}
