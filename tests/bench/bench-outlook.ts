import { ReportCache } from '#electron/reports/report-cache.ts';
import type { ReportsClient } from '#electron/reports/reports-client.ts';
import { outlookOverview, outlookPeople } from '#electron/services/outlook.ts';
import { refreshOutlooks } from '#electron/services/outlook-run.ts';
import { present, type ShopContext } from '#electron/services/shop-context.ts';
import { onCopy } from './bench-programme.ts';
import { latenessGoal } from './busy-till.ts';
import { designShopFile } from './design-size.ts';
import { type Measurement, middle, ms, quantile } from './measurement.ts';

/** Goal 11: the fit with its choice of k, and forecasting everybody, each within so many milliseconds. */
const fitGoal = 1000;
const forecastGoal = 1000;
/** From the file to what is said of everybody. */
const inAllGoal = 3000;
/** A screen that is asked for shows what is there at once. */
const boardGoal = 100;
const reads = 30;
const dayMs = 86_400_000;

const half = { customers: 25_000, visits: 550_000, years: 10 };

/** What of it takes the worker how long: on the wall, and of the processor alone. */
interface Took {
  readonly wall: number;
  readonly processor: number;
}

interface Stages {
  readonly reading: Took;
  /** With the try on the last quarter, which fits twice more. */
  readonly fitting: Took;
  readonly forecasting: Took;
}

/** How long each stage of working everybody out takes in the worker; nothing is written. */
async function stagesOf(ctx: ShopContext, reports: ReportsClient): Promise<Stages & { people: number }> {
  const now = (): Took => {
    const { user, system } = process.cpuUsage();
    return { wall: performance.now(), processor: (user + system) / 1000 };
  };
  const began = new Map<keyof Stages, Took>([['reading', now()]]);
  const question = { today: present(ctx).day, rhythm: 'cafe' as const, knownHash: null };
  const answer = await reports.run('outlook', question, ({ stage }) => {
    if (!began.has(stage)) began.set(stage, now());
  });
  const end = now();
  const between = (from: Took, to: Took): Took => ({
    wall: to.wall - from.wall,
    processor: to.processor - from.processor,
  });
  const start = (stage: keyof Stages): Took => began.get(stage) ?? end;
  return {
    reading: between(start('reading'), start('fitting')),
    fitting: between(start('fitting'), start('forecasting')),
    forecasting: between(start('forecasting'), end),
    people: answer.kind === 'new' ? answer.people : 0,
  };
}

/** Goal 11 at the size of a shop: what its own visits take, from the file to what is said of everybody. */
function benchStages(file: string): Promise<readonly Measurement[]> {
  return onCopy(file, async ({ ctx, reports }) => {
    const { people, reading, fitting, forecasting } = await stagesOf(ctx, reports);
    const told = ({ wall, processor }: Took) => `${ms(processor)} of the processor (${ms(wall)} on the wall)`;
    const detail = `${people} people: read ${told(reading)}, fitted and tried ${told(fitting)}, forecast ${told(forecasting)}`;
    // One thread that only calculates: its processor time is what it takes on a computer with nothing else to do.
    const all = reading.processor + fitting.processor + forecasting.processor;
    return [
      {
        // The try on the last quarter fits k = 1 and the best k before the fit itself.
        name: '11 the fit of a shop of 25,000 customers, with its two tries (3 fits)',
        ratio: fitting.processor / (3 * fitGoal),
        goal: 1,
        detail,
      },
      {
        name: '11 forecasting 25,000 customers, with their values and the way to the till’s thread',
        ratio: forecasting.processor / forecastGoal,
        goal: 1,
        detail,
      },
      {
        name: '11 looking at 25,000 customers in all, from the file to what is said of each / 3 s',
        ratio: all / inAllGoal,
        goal: 1,
        detail: `${ms(all)} of the processor`,
      },
    ];
  });
}

/** What looking at everybody costs the till at the design size, and how soon the board is there. */
export function benchOutlookBeside(file: string): Promise<readonly Measurement[]> {
  return onCopy(file, async ({ ctx, reports, till }) => {
    const first = await till.inTurns(() => refreshOutlooks(ctx, reports), 1);
    // Every night the same again: of another day, so that something is different of everybody.
    let night = 0;
    const nightly = await till.inTurns(() => {
      night += 1;
      return refreshOutlooks({ ...ctx, clock: { now: () => ctx.clock.now() + night * dayMs } }, reports);
    });
    const times: number[] = [];
    let shown = 0;
    for (let round = 0; round < reads; round += 1) {
      // As the screen asks: after a check-in, when nothing that was worked out before holds any more.
      const figures = new ReportCache(reports, () => round);
      const start = performance.now();
      const { states } = await outlookOverview(ctx, figures);
      const columns = states.map(({ state }) => outlookPeople(ctx, figures, { state, offset: 0, limit: 30 }));
      for (const { people } of await Promise.all(columns)) shown += people.length;
      times.push(performance.now() - start);
    }
    return [
      latenessGoal('everybody is looked at as every night', nightly),
      latenessGoal('everybody is looked at for the first time', first),
      {
        name: 'the risk board is read within 100 ms at 50,000 customers',
        ratio: quantile(times, 0.95) / boardGoal,
        goal: 1,
        detail: `${shown / reads} people in all its columns, p50 ${ms(middle(times))}, p95 ${ms(quantile(times, 0.95))}`,
      },
    ];
  });
}

/** Looking at everybody: goal 11 at half the design size. */
export async function benchOutlook(): Promise<readonly Measurement[]> {
  return benchStages(await designShopFile(half, console.log));
}
