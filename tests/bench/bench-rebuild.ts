import { checkDrift, rebuildSummaries } from '#electron/services/rebuild-summaries.ts';
import { type Measurement, middle, ms } from './measurement.ts';
import { contextOn, copyShop } from './shop-copy.ts';

const rounds = 3;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Goal 10: every derived table made anew from the append-only ones, and the search for rows that drifted. */
export async function benchRebuild(file: string): Promise<readonly Measurement[]> {
  const copy = copyShop(file);
  try {
    const ctx = await contextOn(copy, { now: () => Date.now() });
    const rebuilds: number[] = [];
    const checks: number[] = [];
    let drifted = 0;
    for (let round = 0; round < rounds; round += 1) {
      rebuilds.push(await timed(() => rebuildSummaries(ctx)));
      copy.database.writer.pragma('wal_checkpoint(TRUNCATE)');
      checks.push(
        await timed(async () => {
          drifted += (await checkDrift(ctx.work.read)).length;
        }),
      );
    }
    const found = drifted === 0 ? 'nothing drifted' : `${drifted} rows drifted`;
    return [
      {
        name: '10 rebuild of all summaries and balances / 5 s',
        ratio: middle(rebuilds) / 5000,
        goal: 1,
        detail: `${ms(middle(rebuilds))}, every row compared afterwards: ${found}`,
      },
      {
        name: '10 drift check of all summaries and balances / 1 s',
        ratio: middle(checks) / 1000,
        goal: 1,
        detail: ms(middle(checks)),
      },
    ];
  } finally {
    copy.remove();
  }
}
