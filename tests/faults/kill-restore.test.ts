import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { answerOf, expectSound, visitRequests } from '#tests/support/kills.ts';
import { shopFileIn } from '#tests/support/shop-file.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';
import { type RunningHost, startHost } from '#tests/support/start-host.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const KILLS = 40;
const LANES = 2;

/** Checks people in until the host is gone, and remembers what was confirmed. */
async function serve(host: RunningHost, confirmed: Set<string>, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const requestId = crypto.randomUUID();
    const checkIn = host.client.till.checkIn({ requestId, customerId: null, amount: 450 });
    // While the file is exchanged there is no shop; nothing is confirmed then.
    const receipt = await answerOf(checkIn, ['ShopNotReady', 'Unknown']);
    if (receipt !== null) confirmed.add(requestId);
    else await pause(2);
  }
}

interface Attempt {
  readonly requestId: string;
  readonly file: string;
  readonly back: boolean;
}

/** Restores or goes back until the end or the host's; tells how far it is. */
async function attempt(
  { client }: RunningHost,
  { requestId, file, back }: Attempt,
  tell: (percent: number) => void = () => undefined,
): Promise<number | null> {
  try {
    const events = back
      ? await client.restore.goBack({ requestId })
      : await client.restore.run({ requestId, file, passphrase: null });
    for await (const event of events) {
      if (event.kind === 'done') return event.report.at;
      tell(event.percent);
    }
  } catch {
    // The host died.
  }
  return null;
}

const setAside = (dataDir: string): readonly string[] =>
  readdirSync(join(dataDir, 'backups'))
    .filter((name) => /^set-aside-.*\.sqlite$/.test(name))
    .sort()
    .map((name) => join(dataDir, 'backups', name));

describe(`a host that is killed ${KILLS} times while it restores`, () => {
  it('has the complete old shop or the complete new one, and keeps every confirmed check-in in one of them', async () => {
    const dataDir = temporaryDirectory();
    let host = await startHost({ dataDir });
    await setUpCafe(host);
    for (let visit = 0; visit < 20; visit += 1) {
      await host.client.till.checkIn({ requestId: crypto.randomUUID(), customerId: null, amount: 300 });
    }
    const file = join(temporaryDirectory(), 'regulars-kulma-20260310-080000.sqlite');
    const source = new Database(shopFileIn(dataDir), { readonly: true });
    await source.backup(file);
    source.close();
    const inBackup = visitRequests(file);
    const before = performance.now();
    await attempt(host, { requestId: crypto.randomUUID(), file, back: false });
    const usual = performance.now() - before;

    let exchanged = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const living = host;
      const here = visitRequests(shopFileIn(dataDir));
      const asideBefore = setAside(dataDir);
      const back = kill % 3 === 2;
      const target = back ? visitRequests(asideBefore.at(-1) ?? '') : inBackup;
      const mark = `Mark ${kill}`;
      await host.client.customers.create({ requestId: crypto.randomUUID(), name: mark });

      const confirmed = new Set<string>();
      let over = false;
      const lanes = Promise.all(Array.from({ length: LANES }, () => serve(living, confirmed, () => over)));
      const order = { requestId: crypto.randomUUID(), file, back };
      // Half of them in the short time in which the files change places, the others at any time.
      let reach = () => {};
      const reached = new Promise<void>((resolve) => {
        reach = resolve;
      });
      const restoring = attempt(host, order, (percent) => {
        if (percent >= 85) reach();
      });
      if (kill % 2 === 0) await Promise.race([reached, restoring]);
      await pause(Math.random() * (kill % 2 === 0 ? 40 : usual));
      await host.kill('SIGKILL');
      over = true;
      await Promise.all([lanes, restoring]);

      host = await startHost({ dataDir });
      expect(await host.client.system.state()).toMatchObject({ state: 'ready', failure: null });
      const people = JSON.stringify(await host.client.customers.list({ search: mark }));
      const isNew = !people.includes(`"${mark}"`);
      const shop = visitRequests(shopFileIn(dataDir));
      expect(new Set(shop).size).toBe(shop.length);
      const kept = setAside(dataDir).filter((aside) => !asideBefore.includes(aside));
      if (isNew) {
        exchanged += 1;
        expect(shop).toEqual(expect.arrayContaining([...target]));
        expect(kept).toHaveLength(1);
        const old = visitRequests(kept[0] ?? '');
        expect(old).toEqual(expect.arrayContaining([...here]));
        const both = [...shop, ...old];
        for (const requestId of confirmed) {
          expect(both.filter((one) => one === requestId)).toEqual([requestId]);
        }
        // The same request again says what it did, and does nothing.
        expect(await attempt(host, order)).toEqual(expect.any(Number));
        expect(visitRequests(shopFileIn(dataDir))).toEqual(shop);
        expect(setAside(dataDir)).toHaveLength(asideBefore.length + 1);
      } else {
        expect(shop).toEqual(expect.arrayContaining([...here, ...confirmed]));
        expect(kept).toEqual([]);
      }
      expect(readdirSync(dataDir).filter((name) => name.startsWith('.shop'))).toEqual([]);
      expect(existsSync(join(dataDir, 'backups', 'restore.json'))).toBe(false);
    }
    // Both ends of the exchange were seen.
    expect(exchanged).toBeGreaterThan(2);
    expect(exchanged).toBeLessThan(KILLS);
    expect(await host.stop()).toBe(0);
    expectSound(dataDir);
    // Forty starts and restores on a busy computer.
  }, 600_000);
});
