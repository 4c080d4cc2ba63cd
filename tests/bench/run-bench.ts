import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchBackup } from './bench-backup.ts';
import { benchCheckIn, benchSummaries } from './bench-check-in.ts';
import { benchFollowUps } from './bench-follow-ups.ts';
import { benchOutlook, benchOutlookBeside } from './bench-outlook.ts';
import { benchPrediction } from './bench-prediction.ts';
import { benchDaily, benchSimulation } from './bench-programme.ts';
import { benchRebuild } from './bench-rebuild.ts';
import { benchRenderer } from './bench-renderer.ts';
import { benchRendererSearch } from './bench-renderer-search.ts';
import { benchReports, benchReportsBeside } from './bench-reports.ts';
import { benchFinding, benchSearch } from './bench-search.ts';
import { benchStart } from './bench-start.ts';
import { designShopFile, designSize } from './design-size.ts';
import type { Measurement } from './measurement.ts';

/** Ten times the customers, for the search alone. */
const largeSize = { customers: 500_000, visits: 750_000, years: 10 };

interface Files {
  readonly design: () => Promise<string>;
  readonly large: () => Promise<string>;
}

const groups: Readonly<Record<string, (files: Files) => Promise<readonly Measurement[]>>> = {
  'check-in': async ({ design }) => benchCheckIn(await design()),
  summaries: async ({ design }) => benchSummaries(await design()),
  rebuild: async ({ design }) => benchRebuild(await design()),
  daily: async ({ design }) => benchDaily(await design()),
  simulation: async ({ design }) => benchSimulation(await design()),
  reports: async ({ design }) => benchReports(await design()),
  'reports-beside': async ({ design }) => benchReportsBeside(await design()),
  prediction: async () => benchPrediction(),
  outlook: () => benchOutlook(),
  'outlook-beside': async ({ design }) => benchOutlookBeside(await design()),
  'follow-ups': async ({ design }) => benchFollowUps(await design()),
  search: async ({ design, large }) => benchSearch(await design(), await large()),
  finding: async ({ design }) => benchFinding(await design()),
  backup: async ({ design }) => benchBackup(await design()),
  start: async ({ design }) => benchStart(await design()),
  renderer: () => benchRenderer(),
  'renderer-search': async ({ design }) => benchRendererSearch(await design()),
};

const usage = `npm run bench -- [--json FILE] [--only ${Object.keys(groups).join('|')}]...`;

function print({ name, ratio, goal, detail }: Measurement): void {
  const met = ratio <= goal ? 'met   ' : 'MISSED';
  console.log(`${met} ${ratio.toFixed(2).padStart(6)} / ${goal}  ${name}`);
  console.log(`              ${detail}`);
}

/**
 * Measures the goals of the performance page at the design size and prints them. A goal that is missed is said, never
 * an exit code: machines differ. 1 only for wrong options.
 */
export async function runBench(args: readonly string[]): Promise<number> {
  let options: { json?: string; only: readonly string[] };
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'string' }, only: { type: 'string', multiple: true } },
    });
    options = { ...values, only: values.only ?? Object.keys(groups) };
  } catch {
    console.error(usage);
    return 1;
  }
  const files: Files = {
    design: () => designShopFile(designSize, console.log),
    large: () => designShopFile(largeSize, console.log),
  };
  const all: Measurement[] = [];
  for (const name of options.only) {
    const group = groups[name];
    if (!group) {
      console.error(usage);
      return 1;
    }
    try {
      const found = await group(files);
      for (const one of found) print(one);
      all.push(...found);
    } catch (error) {
      // One group that cannot be measured here (no browser, a full disk) must not hide the others.
      console.error(`Could not measure "${name}": ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(all, null, 2)}\n`);
  return 0;
}
