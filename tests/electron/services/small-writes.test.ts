import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WriteTx } from '#electron/db/connection.ts';
import { SmallWrites } from '#electron/services/small-writes.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aShop } from '#tests/support/shop.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const put = (tx: WriteTx, name: string, value = '') =>
  tx.runQuery((db) => db.insertInto('preferences').values({ name, value }));

/** Pages the log is let grow to here. */
const longLog = 400;

async function aRun() {
  const shop = await aShop();
  const { work } = shop.ctx;
  const reports = reportsOf(shop);
  const writes = new SmallWrites(shop.ctx, reports, undefined, longLog);
  return {
    work,
    reports,
    writes,
    /** Writes for ten milliseconds. @returns how long the till had before the run goes on, milliseconds */
    tenMs: async (name: string): Promise<number> => {
      let over = false;
      const written = writes
        .write(async (tx) => {
          await put(tx, name);
          vi.advanceTimersByTime(10);
        })
        .then(() => {
          over = true;
        });
      await work.settled();
      for (let waited = 0; ; waited += 1) {
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
        if (over) return written.then(() => waited);
        vi.advanceTimersByTime(1);
      }
    },
  };
}

describe('a long run of small writes', () => {
  it('leaves the till most of the time while somebody is served, and is quicker when nobody is', async () => {
    const { work, tenMs } = await aRun();
    expect(await tenMs('a')).toBe(4);
    expect(await tenMs('b')).toBe(4);
    await work.write((tx) => put(tx, 'a check-in'));
    expect(await tenMs('c')).toBe(40);
    expect(await tenMs('d')).toBe(40);
    vi.advanceTimersByTime(2_000);
    expect(await tenMs('e')).toBe(4);
  });

  it('waits until the log is moved when it became long', async () => {
    vi.useRealTimers();
    const { work, reports, writes } = await aRun();
    const move = vi.spyOn(reports, 'moveLog');
    await writes.write((tx) => put(tx, 'a'));
    expect(move).not.toHaveBeenCalled();
    await writes.write((tx) => put(tx, 'b', 'x'.repeat((longLog + 100) * 4_096)));
    expect(move).toHaveBeenCalledTimes(1);
    expect(work.log().left).toBe(0);
    await writes.write((tx) => put(tx, 'c'));
    expect(work.log().pages).toBeLessThan(longLog);
  });

  it('writes nothing more once it was told to end', async () => {
    const shop = await aShop();
    const end = new AbortController();
    const writes = new SmallWrites(shop.ctx, reportsOf(shop), end.signal);
    const version = shop.ctx.work.dataVersion;
    end.abort(new Error('closed'));
    await expect(writes.write((tx) => put(tx, 'a'))).rejects.toThrow('closed');
    expect(shop.ctx.work.dataVersion).toBe(version);
  });
});
