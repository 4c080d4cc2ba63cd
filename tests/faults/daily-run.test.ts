import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { pointsFor, publishRules } from '#tests/support/rules.ts';
import { aCustomer, aShop, aVisit, openTestShop, rulesOf } from '#tests/support/shop.ts';
import { disagreements, readRows } from '#tests/support/shop-file.ts';
import { startHost } from '#tests/support/start-host.ts';

const PEOPLE = 1500;
/** Deaths in the middle of the run; the start after the last of them is let finish. */
const KILLS = 8;

const counted = (dataDir: string, sql: string): number =>
  Number(readRows<{ n: number }>(dataDir, `SELECT (${sql}) AS n`)[0]?.n ?? 0);

const expired = (dataDir: string) =>
  counted(dataDir, "SELECT COUNT(*) FROM ledger_entries WHERE kind = 'expire'");
const finished = (dataDir: string) =>
  counted(dataDir, "SELECT COUNT(*) FROM daily_runs WHERE name = 'loyalty'");

/** A shop as it was closed long ago, in which everybody's point is due since; and one point that never ends. */
async function aSleepingShop(): Promise<string> {
  const shop = await aShop({ now: '2025-01-07 10:00' });
  await publishRules(shop.ctx, {
    points: pointsFor(1, 100),
    expiry: { points: { kind: 'months', months: 1, graceDays: 0 }, stamps: { kind: 'never' } },
  });
  // How these people came into the file is not what is tested here.
  shop.database.writer.pragma('synchronous = OFF');
  for (let person = 0; person < PEOPLE; person += 1) {
    await aVisit(shop.ctx, await aCustomer(shop.ctx, { name: `Person ${person}` }), { amount: 100 });
  }
  await publishRules(shop.ctx, { expiry: { points: { kind: 'never' }, stamps: { kind: 'never' } } });
  await aVisit(shop.ctx, await aCustomer(shop.ctx, { name: 'Kept' }), { amount: 100 });
  expect(rulesOf(shop.ctx).expiry.points.kind).toBe('never');
  shop.close();
  return shop.directory;
}

describe('a daily run that is killed in the middle again and again', () => {
  it('is finished by the next start, and nothing is ended twice', async () => {
    const dataDir = await aSleepingShop();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const before = expired(dataDir);
      const host = await startHost({ dataDir });
      // Counted in what is written, not in time, so that a busy computer is killed as much in the middle as a fast one.
      const enough = Math.floor((PEOPLE * (kill - 1 + Math.random())) / (KILLS + 2));
      while (expired(dataDir) <= Math.max(before, enough)) await pause(1);
      await host.kill('SIGKILL');
      const ended = expired(dataDir);
      expect(ended).toBeGreaterThan(before);
      expect(ended).toBeLessThan(PEOPLE);
      expect(finished(dataDir)).toBe(0);
      for (const [what, sql] of Object.entries(disagreements))
        expect(readRows(dataDir, sql), what).toEqual([]);
    }
    const host = await startHost({ dataDir });
    await expect.poll(() => finished(dataDir), { timeout: 60_000 }).toBe(1);
    expect(await host.stop()).toBe(0);
    expect(expired(dataDir)).toBe(PEOPLE);
    const shop = await openTestShop(dataDir, '2025-03-01 10:00');
    expect(brokenLaws(shop)).toEqual([]);
    expect(
      shop.number(
        'SELECT SUM(balance) FROM balances b JOIN units u ON u.id = b.unit_id WHERE u.kind = ?',
        'points',
      ),
    ).toBe(1);
    expect(shop.number('SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM ledger_draws GROUP BY lot_id)')).toBe(
      1,
    );
    shop.close();
    const reopened = openDatabase(shopFile(dataDir));
    expect(reopened.writer.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    reopened.close();
  });
});
