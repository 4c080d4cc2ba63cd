import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import {
  fitSpendModel,
  fitVisitModel,
  forecastCustomer,
  type LoggedVisit,
  shopGapWeeks,
  summariseVisits,
  type VisitRow,
} from '#shared/domain/prediction/index.ts';
import { projectRoot } from '#tests/support/project-root.ts';
import { readReference } from '#tests/support/reference.ts';
import { type Measurement, middle, ms } from './measurement.ts';

const rounds = 7;
const historyDays = 730;

/** Gamma(shape, rate 1), Marsaglia and Tsang 2000. */
function gamma(random: SeededRandom, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = random.normal(0, 1);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Two years of a café whose people live by the model: k = 2, r = 1, alpha = 0.8, a = 0.6, b = 4, as in the reference. */
function cafe(customers: number): readonly LoggedVisit[] {
  const random = new SeededRandom(11);
  const visits: LoggedVisit[] = [];
  for (let customerId = 0; customerId < customers; customerId += 1) {
    const rate = gamma(random, 1) / 0.8;
    const [leaves, stays] = [gamma(random, 0.6), gamma(random, 4)];
    let day = random.below(historyDays);
    do {
      visits.push({ customerId, day, amount: 200 + random.below(1800) });
      day += Math.max(1, Math.round((7 * gamma(random, 2)) / rate));
    } while (day <= historyDays && !random.chance(leaves / (leaves + stays)));
  }
  return visits;
}

interface Times {
  readonly wall: readonly number[];
  /** Of this process alone: what the work takes when nobody else wants the processor. */
  readonly processor: readonly number[];
}

function timed(work: () => unknown): Times {
  const wall: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const used = process.cpuUsage();
    const from = performance.now();
    work();
    wall.push(performance.now() - from);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
  }
  return { wall, processor };
}

const each = ({ wall, processor }: Times) =>
  `processor ${ms(middle(processor))}; on the wall middle ${ms(middle(wall))}, best ${ms(Math.min(...wall))}, first ${ms(wall[0] ?? 0)}`;

function measureShop(customers: number, fitGoal: number): readonly Measurement[] {
  const rows = summariseVisits(cafe(customers), historyDays);
  const fits = timed(() => fitVisitModel(rows));
  const model = fitVisitModel(rows);
  if (model.kind === 'none') throw new Error(`no model: ${model.reason}`);
  const shop = {
    risk: { model, gapWeeks: shopGapWeeks(rows, 'cafe'), use: 'model' as const },
    spend: fitSpendModel(rows),
  };
  const scores = timed(() => {
    for (const row of rows) forecastCustomer(shop, row, { today: historyDays, weeks: 6 });
  });
  const name = customers.toLocaleString('en');
  return [
    {
      name: `11 fit with choice of k, ${name} customers / ${fitGoal} ms`,
      ratio: middle(fits.processor) / fitGoal,
      goal: 1,
      detail: `${each(fits)}; k = ${model.k} of ${model.penalisedByK.length} tried`,
    },
    {
      name: `11 forecast of every one of ${name} customers / 1 s`,
      ratio: middle(scores.processor) / 1000,
      goal: 1,
      detail: each(scores),
    },
  ];
}

interface Peer {
  readonly name: string;
  readonly table: string;
  readonly timings: 'cdnow_2357' | 'grocery_1525';
  readonly peer: string;
}

/** The fastest of the peers that choose k on the same table. */
const peers: readonly Peer[] = [
  {
    name: 'CDNOW, 2,357 customers',
    table: 'cdnow_cbs.csv',
    timings: 'cdnow_2357',
    peer: 'BTYDplus MBG/CNBD-k search',
  },
  {
    name: 'grocery, 1,525 customers',
    table: 'grocery_cbs.csv',
    timings: 'grocery_1525',
    peer: 'BTYDplus MBG/CNBD-k search',
  },
];

function readTable(file: string): readonly VisitRow[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [, x = 0, recency = 0, age = 0, sumLogGaps = 0] = line.split(',').map(Number);
    return { repeatVisits: x, recencyWeeks: recency / 7, ageWeeks: age / 7, sumLogGaps };
  });
}

/** Our fit, its checks included, beside the times in the reference; left out where the tables are not on this computer. */
function besidePeers(): readonly Measurement[] {
  const timings = JSON.parse(readReference('peer_timings.json'));
  return peers.flatMap(({ name, table, timings: of, peer }) => {
    const file = join(projectRoot, '../shared/reference', table);
    if (!existsSync(file)) return [];
    const rows = readTable(file);
    const times = timed(() => fitVisitModel(rows));
    const theirs: Readonly<Record<string, readonly number[]>> = timings[of];
    const seconds = theirs[peer]?.[0] ?? Number.NaN;
    const others = Object.entries(theirs)
      .map(([one, [best = Number.NaN]]) => `${one} ${ms(best * 1000)}`)
      .join(', ');
    return [
      {
        name: `11 fit of ${name} / ${peer}`,
        ratio: Math.min(...times.processor) / (seconds * 1000),
        goal: 1,
        detail: `${each(times)}; theirs, best runs on their machine: ${others}`,
      },
    ];
  });
}

/**
 * Goal 11: fitting the visits and forecasting everybody. One thread that only calculates, so its processor time is what it
 * takes on a computer with nothing else to do; the time on the wall stands beside it.
 */
export function benchPrediction(): readonly Measurement[] {
  return [...measureShop(2_500, 100), ...measureShop(25_000, 1000), ...besidePeers()];
}
