import { followUpsToday, makeFollowUps } from '#electron/services/follow-up-list.ts';
import { runDailyOutlooks } from '#electron/services/outlook-run.ts';
import { present } from '#electron/services/shop-context.ts';
import { onCopy } from './bench-programme.ts';
import { latenessGoal } from './busy-till.ts';
import { type Measurement, middle, ms, quantile } from './measurement.ts';

/** The list is on the screen within so many milliseconds (issue of follow-ups). */
const readGoal = 300;
const reads = 30;
/** Once says little of the slowest check-in in a hundred. */
const makings = 10;

/** The day's list for 50,000 customers after the nightly look: how soon it is there, and what making it costs the till. */
export function benchFollowUps(file: string): Promise<readonly Measurement[]> {
  return onCopy(file, async ({ ctx, reports, till }) => {
    // The points of ten years that are due at once here have ended day by day in a shop that is open.
    const { day } = present(ctx);
    await ctx.work.write((tx) =>
      tx.runQuery((k) => k.updateTable('lots').set({ remaining: 0 }).where('expires_day', '<', day)),
    );
    await runDailyOutlooks(ctx, reports);
    const again: number[] = [];
    const makeOften = async () => {
      for (let round = 0; round < makings; round += 1) {
        const start = performance.now();
        await makeFollowUps(ctx, reports);
        again.push(performance.now() - start);
      }
    };
    const lateness = await till.inTurns(makeOften);
    const times: number[] = [];
    let people = 0;
    for (let round = 0; round < reads; round += 1) {
      const start = performance.now();
      people = (await followUpsToday(ctx)).entries.length;
      times.push(performance.now() - start);
    }
    return [
      {
        name: 'the day’s list is read within 300 ms at 50,000 customers',
        ratio: quantile(times, 0.95) / readGoal,
        goal: 1,
        detail: `${people} people, p50 ${ms(middle(times))}, p95 ${ms(quantile(times, 0.95))}; made in ${ms(middle(again))}`,
      },
      latenessGoal('the day’s list is made', lateness),
    ];
  });
}
