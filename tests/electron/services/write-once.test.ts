import { describe, expect, it } from 'vitest';
import { type Asked, writeOnce } from '#electron/services/write-once.ts';
import { aRequest, aShop } from '#tests/support/shop.ts';

async function aWriter() {
  const { ctx, rows } = await aShop();
  let writes = 0;
  const once = (asked: Asked & Readonly<Record<string, unknown>>, call = 'items.create') =>
    ctx.work.write((tx) =>
      writeOnce(tx, ctx, call, asked, async () => {
        writes += 1;
        return 40 + writes;
      }),
    );
  return { ctx, rows, once, writes: () => writes };
}

describe('a write', () => {
  it('is done once, and answers the second time with what it was done to', async () => {
    const { once, writes } = await aWriter();
    const asked = { requestId: aRequest(), code: null };
    expect(await Promise.all([once(asked), once(asked)])).toEqual([41, 41]);
    expect(writes()).toBe(1);
  });

  it('is another under another request, though the same is asked for', async () => {
    const { once } = await aWriter();
    expect([
      await once({ requestId: aRequest(), code: null }),
      await once({ requestId: aRequest(), code: null }),
    ]).toEqual([41, 42]);
  });

  it.each<[object, string]>([
    [{ code: 'AB1234' }, 'items.create'],
    [{ code: null, more: 1 }, 'items.create'],
    [{ code: null }, 'items.update'],
  ])('under a request that was something else (%j, %s) is refused', async (other, call) => {
    const { once, writes } = await aWriter();
    const requestId = aRequest();
    await once({ requestId, code: null });
    await expect(once({ requestId, ...other }, call)).rejects.toMatchObject({ code: 'RequestIdReused' });
    expect(writes()).toBe(1);
  });

  it('that failed is not remembered', async () => {
    const { ctx, once, rows } = await aWriter();
    const asked = { requestId: aRequest() };
    const failing = ctx.work.write((tx) =>
      writeOnce(tx, ctx, 'items.create', asked, () => Promise.reject(new Error('no'))),
    );
    await expect(failing).rejects.toThrow('no');
    expect(rows('SELECT * FROM requests')).toEqual([]);
    expect(await once(asked)).toBe(41);
  });

  it('leaves nothing of what was asked for but a hash', async () => {
    const { once, rows } = await aWriter();
    await once({ requestId: 'request-1', phone: '0401234567' });
    expect(JSON.stringify(rows('SELECT * FROM requests'))).not.toContain('0401234567');
  });
});
