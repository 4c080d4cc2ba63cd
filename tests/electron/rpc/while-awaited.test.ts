import { describe, expect, it } from 'vitest';
import type { RpcContext } from '#electron/rpc/context.ts';
import { whileAwaited } from '#electron/rpc/while-awaited.ts';
import { retentionReport } from '#electron/services/retention-report.ts';
import { openShopOf } from '#tests/support/closable-shop.ts';
import { aShop } from '#tests/support/shop.ts';

const input = { from: '2026-03-01', to: '2026-04-01', window: 60 } as const;

describe('a report that somebody waits for', () => {
  it('is answered, ends without a fault when they leave, and passes every other failure on', async () => {
    const open = openShopOf(await aShop({ now: '2026-04-10 10:00' }));
    const context = { shop: () => open } as unknown as RpcContext;
    const report = whileAwaited(retentionReport);
    expect(await report({ context, input })).toMatchObject({ S: 0, window: 60 });
    const waits = new AbortController();
    expect(await report({ context, input, signal: waits.signal })).toMatchObject({ S: 0 });

    const leaves = new AbortController();
    const left = report({ context, input: { ...input, window: 61 }, signal: leaves.signal });
    leaves.abort(new Error('gone'));
    await expect(left).rejects.toMatchObject({ code: 'CLIENT_CLOSED_REQUEST' });

    const wrong = report({ context, input: { ...input, from: 'never' }, signal: waits.signal });
    await expect(wrong).rejects.toMatchObject({ code: 'InvalidValue' });
  });
});
