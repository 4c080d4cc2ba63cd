import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { answerOf, expectSound, readCopy } from '#tests/support/kills.ts';
import { shopFileIn } from '#tests/support/shop-file.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';
import { type RunningHost, startHost } from '#tests/support/start-host.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const KILLS = 3;

/** What happens by itself each day, and the log, which tells that the training began. */
const movesByItself = /^(audit_|counters|daily_runs|customer_search_)/;

/** Every row of the shop by table. */
const contentOf = (dataDir: string): string =>
  readCopy(shopFileIn(dataDir), (file: Database.Database) => {
    expect(file.pragma('quick_check', { simple: true })).toBe('ok');
    const names = file
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    const hash = createHash('sha256');
    for (const name of names.filter((one) => !movesByItself.test(one)))
      hash.update(name).update(JSON.stringify(file.prepare(`SELECT * FROM "${name}"`).raw().all()));
    return hash.digest('hex');
  });

/** Practises at the till until the host is gone; the training is made anew now and then. */
async function practise({ client }: RunningHost, isOver: () => boolean): Promise<number> {
  let done = 0;
  while (!isOver()) {
    const requestId = crypto.randomUUID();
    const checkIn = client.till.checkIn({ requestId, customerId: null, amount: 450 });
    // While it is made anew there is no shop to check in at.
    if ((await answerOf(checkIn, ['ShopNotReady', 'Unknown'])) !== null) done += 1;
    if (done % 40 === 39) await answerOf(client.training.reset(), ['Unknown']);
  }
  return done;
}

describe(`a host that is killed ${KILLS} times while somebody practises`, () => {
  it('opens the shop at the next start, with everything in it as it was', async () => {
    const dataDir = temporaryDirectory();
    let host = await startHost({ dataDir });
    await setUpCafe(host);
    const { client } = host;
    const { id: customerId } = await client.customers.create({
      requestId: crypto.randomUUID(),
      name: 'Aino Virtanen',
    });
    await client.till.checkIn({ requestId: crypto.randomUUID(), customerId, amount: 480 });
    const parked = { amount: 700, items: [], redeem: [], vouchers: [] };
    await client.till.park({ requestId: crypto.randomUUID(), customerId, ...parked });
    // What the day writes by itself is written once.
    await expect
      .poll(
        () =>
          readCopy(shopFileIn(dataDir), (file) =>
            file.prepare("SELECT count(*) FROM daily_runs WHERE name = 'campaigns'").pluck().get(),
          ),
        { timeout: 30_000, interval: 200 },
      )
      .toBe(1);
    const before = contentOf(dataDir);

    let practised = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const living = host;
      let over = false;
      // Once while the training is being made, otherwise in the middle of it.
      const entered = answerOf(living.client.training.enter());
      if (kill > 0) await entered;
      const running = kill === 0 ? Promise.resolve(0) : practise(living, () => over);
      await pause(kill === 0 ? 120 : 150 * kill);
      over = true;
      await living.kill('SIGKILL');
      await entered;
      practised += await running;
      expect(contentOf(dataDir)).toBe(before);

      host = await startHost({ dataDir });
      expect(await host.client.system.state()).toMatchObject({ state: 'ready', training: false });
      expect((await host.client.till.today()).checkIns).toBe(1);
      expect((await host.client.till.parked()).parked).toHaveLength(1);
      expect(contentOf(dataDir)).toBe(before);
    }
    expect(practised).toBeGreaterThan(0);
    await host.client.training.enter();
    expect(await host.client.training.leave()).toMatchObject({ training: false });
    expect((await host.client.customers.list({})).total).toBe(1);
    await host.stop();
    expectSound(dataDir);
  });
});
