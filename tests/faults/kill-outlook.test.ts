import { cpSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { refreshOutlooks } from '#electron/services/outlook-run.ts';
import { importedVisits } from '#tests/support/imports.ts';
import { expectSound } from '#tests/support/kills.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aShop, openTestShop } from '#tests/support/shop.ts';
import { readRows } from '#tests/support/shop-file.ts';
import { startHost } from '#tests/support/start-host.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

/** So many that what is worked out of them is written in a dozen transactions. */
const PEOPLE = 1800;
/** Deaths while it is written; the start after the last of them is let finish. */
const KILLS = 3;

const counted = (dataDir: string, what: string): number =>
  Number(readRows<{ n: number }>(dataDir, `SELECT COUNT(*) AS n FROM ${what}`)[0]?.n ?? 0);
const outlooks = (dataDir: string) =>
  readRows<Record<string, unknown>>(dataDir, 'SELECT * FROM customer_outlook ORDER BY customer_id');

const dayMs = 86_400_000;
const dayOf = (ago: number): string => new Date(Date.now() - ago * dayMs).toISOString().slice(0, 10);

/** Numbers between 0 and 1 in an order that is always the same. */
function chances(): () => number {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state + 1) / 2_147_483_649;
  };
}

/** People who come by chance in rhythms of their own for a year; after each visit some stay away. */
function visitsOfAYear(): string {
  const next = chances();
  const rows: string[] = [];
  for (let person = 0; person < PEOPLE; person += 1) {
    const gap = 15 + 30 * next();
    for (let ago = 366 - Math.floor(next() * 120); ago > 0; ) {
      rows.push(`P${person},${dayOf(ago)},${3 + (person % 7)}.50`);
      if (next() < 0.1) break;
      ago -= Math.max(1, Math.round(-Math.log(next()) * gap));
    }
  }
  return ['customer,date,amount', ...rows].join('\n');
}

/** Each row takes so long that the one who kills is never too late, however busy the computer is. */
const slowly = `CREATE TRIGGER slowly AFTER INSERT ON customer_outlook BEGIN
  SELECT COUNT(*) FROM (WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 4000) SELECT n FROM c);
END`;

/** A shop nobody has looked at yet. */
async function anImportedShop(): Promise<string> {
  const shop = await aShop({ now: `${dayOf(0)} 10:00` });
  // How these people came into the file is not what is tested here.
  shop.database.writer.pragma('synchronous = OFF');
  expect((await importedVisits(shop.ctx, visitsOfAYear())).written).toBeGreaterThan(4 * PEOPLE);
  shop.database.writer.exec(slowly);
  shop.close();
  return shop.directory;
}

describe('looking at everybody, killed again and again while it is written', () => {
  it('is made whole by the next start, as if nothing had happened', async () => {
    const dataDir = await anImportedShop();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const before = counted(dataDir, 'customer_outlook');
      const host = await startHost({ dataDir });
      // Counted in what is written, not in time, so that a busy computer is killed as much in the middle as a fast one.
      const enough = Math.floor((PEOPLE * (kill - 1 + Math.random())) / (KILLS + 3));
      while (counted(dataDir, 'customer_outlook') <= Math.max(before, enough)) await pause(1);
      await host.kill('SIGKILL');
      expect(counted(dataDir, 'customer_outlook')).toBeLessThan(PEOPLE);
      expect(counted(dataDir, 'outlook_runs')).toBe(0);
    }
    const last = await openTestShop(dataDir);
    last.database.writer.exec('DROP TRIGGER slowly');
    last.close();
    const host = await startHost({ dataDir });
    await expect.poll(() => counted(dataDir, 'outlook_runs'), { timeout: 60_000, interval: 20 }).toBe(1);
    expect(await host.stop()).toBe(0);
    expectSound(dataDir);
    const kept = outlooks(dataDir);
    expect(kept).toHaveLength(PEOPLE);
    expect(kept.filter((row) => row.active === null)).toEqual([]);

    // The same at the same moment in one go.
    const copy = temporaryDirectory();
    cpSync(dataDir, copy, { recursive: true });
    const [run] = readRows<{ at: number; model: string }>(dataDir, 'SELECT * FROM outlook_runs');
    const shop = await openTestShop(copy);
    shop.database.writer.exec('DELETE FROM customer_outlook; DELETE FROM outlook_runs');
    shop.clock.set(run?.at ?? 0);
    await refreshOutlooks(shop.ctx, reportsOf(shop));
    expect(outlooks(copy)).toEqual(kept);
    expect(readRows<{ model: string }>(copy, 'SELECT * FROM outlook_runs')[0]?.model).toBe(run?.model);
  });
});
