import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { newestSchema } from '#electron/db/open-database.ts';
import { expectSound, readCopy } from '#tests/support/kills.ts';
import { writeOlderShop } from '#tests/support/older-shop.ts';
import { projectRoot } from '#tests/support/project-root.ts';
import { readRows, shopFileIn } from '#tests/support/shop-file.ts';
import { startHost } from '#tests/support/start-host.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const KILLS = 22;
const VISITS = 20_000;

/** Large enough for the upgrade to take a while. */
function aLargeOlderShop(): string {
  const directory = temporaryDirectory();
  writeOlderShop(shopFileIn(directory), 10);
  const database = new Database(shopFileIn(directory));
  database.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${VISITS})
    INSERT INTO visits (id, request_id, sign, customer_id, at, business_day, business_month, amount, staff_id, source)
    SELECT 2000000000000 + i, 'many-' || i, 1, NULL, 1728000000000, 20000, 24297, 300, 1099511627777, 'till' FROM n;
    INSERT INTO day_totals VALUES (20000, ${VISITS}, 0, ${300 * VISITS}, 0, ${VISITS}, 0)`);
  database.close();
  return directory;
}

const visitsIn = (database: Database.Database): unknown =>
  database.prepare('SELECT count(*) FROM visits').pluck().get();

describe(`a start that is killed ${KILLS} times while it brings an older file up to date`, () => {
  it('has the complete old file or the complete new one, and goes on at the next start', async () => {
    const older = aLargeOlderShop();
    const visits = readCopy(shopFileIn(older), visitsIn);
    const first = join(temporaryDirectory(), 'first');
    cpSync(older, first, { recursive: true });
    const before = performance.now();
    const host = await startHost({ dataDir: first });
    const usual = performance.now() - before;
    expect(await host.client.system.state()).toMatchObject({ state: 'ready', schemaVersion: newestSchema });
    await host.stop();

    const seen = new Map<unknown, number>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const dataDir = join(temporaryDirectory(), 'shop');
      mkdirSync(dataDir);
      cpSync(older, dataDir, { recursive: true });
      const child = spawn(
        process.execPath,
        [join(projectRoot, 'out/node/host.js'), '--port', '0', '--no-open', '--data-dir', dataDir],
        { stdio: 'ignore' },
      );
      const ended = once(child, 'close');
      await pause(usual * (0.3 + Math.random() * 0.8));
      child.kill('SIGKILL');
      await ended;

      const schema = readCopy(shopFileIn(dataDir), (database) => {
        expect(database.pragma('quick_check', { simple: true })).toBe('ok');
        expect(visitsIn(database)).toBe(visits);
        return database.pragma('user_version', { simple: true });
      });
      expect([10, newestSchema]).toContain(schema);
      seen.set(schema, (seen.get(schema) ?? 0) + 1);
      if (kill % 4 !== 0) continue;
      const again = await startHost({ dataDir });
      expect(await again.client.system.state()).toMatchObject({
        state: 'ready',
        schemaVersion: newestSchema,
      });
      expect(await again.stop()).toBe(0);
      expect(readRows(dataDir, 'SELECT count(*) AS n FROM visits')).toEqual([{ n: visits }]);
      expect(readdirSync(dataDir).filter((name) => name.startsWith('.shop'))).toEqual([]);
      expectSound(dataDir);
    }
    expect(seen.get(10) ?? 0).toBeGreaterThan(0);
  });
});
