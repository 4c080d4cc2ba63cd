import { ledgerDrift, summaryDrift } from '#electron/repositories/drift.ts';
import { rebuildBalances } from '#electron/repositories/ledger-rebuild.ts';
import { rebuildCustomerSummaries, rebuildDayTotals } from '#electron/repositories/summary-rebuild.ts';
import { type Measurement, middle, ms } from './measurement.ts';
import { contextOn, copyShop } from './shop-copy.ts';

const rounds = 3;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Goal 10: all summaries made anew from the append-only tables, and every row of them compared. */
export async function benchRebuild(file: string): Promise<readonly Measurement[]> {
  const copy = copyShop(file);
  const times = {
    rebuild: [] as number[],
    balances: [] as number[],
    drift: [] as number[],
    ledger: [] as number[],
  };
  let drifted = 0;
  try {
    const { work } = await contextOn(copy, { now: () => Date.now() });
    for (let round = 0; round < rounds; round += 1) {
      times.rebuild.push(
        await timed(() =>
          work.writeLarge(async (tx) => {
            await rebuildCustomerSummaries(tx, 'all');
            await rebuildDayTotals(tx, 'all');
          }),
        ),
      );
      times.balances.push(await timed(() => work.writeLarge((tx) => rebuildBalances(tx, 'all'))));
      copy.database.writer.pragma('wal_checkpoint(TRUNCATE)');
      times.drift.push(await timed(async () => (drifted += (await summaryDrift(work.read)).length)));
      times.ledger.push(await timed(async () => (drifted += (await ledgerDrift(work.read)).length)));
    }
  } finally {
    copy.remove();
  }
  const found = drifted === 0 ? 'nothing drifted' : `${drifted} rows drifted`;
  return [
    {
      name: '10 rebuild of all summaries / 5 s',
      ratio: middle(times.rebuild) / 5000,
      goal: 1,
      detail: `${ms(middle(times.rebuild))}; balances and lots on top ${ms(middle(times.balances))}`,
    },
    {
      name: '10 drift check, every row of all summaries / 1 s',
      ratio: middle(times.drift) / 1000,
      goal: 1,
      detail: `${ms(middle(times.drift))}; balances and lots on top ${ms(middle(times.ledger))}; ${found}`,
    },
  ];
}
