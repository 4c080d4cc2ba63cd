import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { logLook } from '#electron/db/move-log.ts';
import { shopFile } from '#electron/db/open-database.ts';
import { anAppWithCafe } from '#tests/support/app-client.ts';
import { aRequest } from '#tests/support/shop.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('an open shop', () => {
  it('has the log moved into the file once the till is quiet', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { client, dataDir } = await anAppWithCafe();
    const beside = new BetterSqlite3(shopFile(dataDir), { readonly: true });
    onTestFinished(() => void beside.close());
    const look = logLook(beside);
    await client.customers.create({ requestId: aRequest(), name: 'A' });
    expect(look().left).toBeGreaterThan(0);
    vi.advanceTimersByTime(5_000);
    while (look().left > 0) await pause(5);
    expect(look().pages).toBeGreaterThan(0);
  });
});
