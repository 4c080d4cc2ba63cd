import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disagreements, hashOf, readRows, shopFileIn } from '#tests/support/shop-file.ts';
import { addCustomers, setUpCafe } from '#tests/support/shop-on-host.ts';
import { smallDisk } from '#tests/support/small-disk.ts';
import { type RunningHost, startHost } from '#tests/support/start-host.ts';

const fillerIn = (disk: string) => join(disk, 'filler');

/** Takes all that is left of a disk. */
function fill(disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(fillerIn(disk), Buffer.alloc(bavail * bsize));
}

const checkIn = (host: RunningHost, customerId: number, requestId: string = crypto.randomUUID()) =>
  host.rpc('till/checkIn', { requestId, customerId, amount: 450 });

describe('a write-protected disk', () => {
  it('without a shop is named, and can be put right while the program runs', async (context) => {
    const disk = smallDisk(context, 8_000);
    disk.protect();
    const dataDir = join(disk.path, 'shop');
    const host = await startHost({ dataDir });
    expect(await host.client.system.state()).toMatchObject({
      state: 'failed',
      failure: { code: 'ReadOnly' },
    });
    expect(readdirSync(disk.path)).toEqual([]);
    disk.unprotect();
    expect(await host.client.system.retryOpen()).toMatchObject({ state: 'firstRun', failure: null });
    await setUpCafe(host);
    expect(await host.stop()).toBe(0);
  });

  it('with a shop is named, and the shop stays as it is', async (context) => {
    const disk = smallDisk(context, 8_000);
    const before = await startHost({ dataDir: disk.path });
    await setUpCafe(before);
    await before.stop();
    const hash = hashOf(shopFileIn(disk.path));

    disk.protect();
    const host = await startHost({ dataDir: disk.path });
    expect(await host.client.system.state()).toMatchObject({
      state: 'failed',
      failure: { code: 'ReadOnly' },
    });
    expect((await checkIn(host, 1)).code).toBe('ShopNotReady');
    expect(hashOf(shopFileIn(disk.path))).toBe(hash);
    disk.unprotect();
    expect(await host.client.system.retryOpen()).toMatchObject({ state: 'ready' });
    expect(await host.stop()).toBe(0);
  });
});

describe('a full disk', () => {
  it('at the first start is named, and can be put right while the program runs', async (context) => {
    const disk = smallDisk(context, 4_000);
    fill(disk.path);
    const host = await startHost({ dataDir: disk.path });
    expect(await host.client.system.state()).toMatchObject({
      state: 'failed',
      failure: { code: 'DiskFull' },
    });
    rmSync(fillerIn(disk.path));
    expect(await host.client.system.retryOpen()).toMatchObject({ state: 'firstRun', failure: null });
    await setUpCafe(host);
    expect(await host.stop()).toBe(0);
  });

  it('while people check in refuses with a code, keeps what it confirmed, and takes the same check-in later', async (context) => {
    const disk = smallDisk(context, 8_000);
    const host = await startHost({ dataDir: disk.path });
    await setUpCafe(host);
    const [customerId = 0] = await addCustomers(host, ['Aino Mäkelä']);
    fill(disk.path);

    const confirmed: string[] = [];
    let refused: string | null = null;
    while (refused === null && confirmed.length < 2_000) {
      const requestId = crypto.randomUUID();
      const answer = await checkIn(host, customerId, requestId);
      if (answer.status === 200) confirmed.push(requestId);
      else {
        expect(answer.code).toBe('DiskFull');
        refused = requestId;
      }
    }
    if (refused === null) throw new Error('the disk never filled up');
    // Reading goes on: the people are still greeted by name.
    expect((await host.client.till.today({})).checkIns).toBe(confirmed.length);

    rmSync(fillerIn(disk.path));
    expect((await checkIn(host, customerId, refused)).output).toMatchObject({ replayed: false });
    expect(await host.stop()).toBe(0);

    const written = readRows<{ request_id: string }>(disk.path, 'SELECT request_id FROM visits ORDER BY id');
    expect(written.map((row) => row.request_id)).toEqual([...confirmed, refused]);
    for (const [what, sql] of Object.entries(disagreements))
      expect(readRows(disk.path, sql), what).toEqual([]);
    expect(readRows(disk.path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });
});
