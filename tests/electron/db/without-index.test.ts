import { describe, expect, it } from 'vitest';
import { withoutIndex } from '#electron/db/without-index.ts';
import { aShop, type TestShop } from '#tests/support/shop.ts';

const index = 'customer_month_by_customer';

const indexes = ({ rows }: TestShop) =>
  rows("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name");

describe('work without an index', () => {
  it('finds it gone and leaves it as it was', async () => {
    const shop = await aShop();
    const before = indexes(shop);
    let during: unknown[] = [];
    await shop.ctx.work.write((tx) =>
      withoutIndex(tx, index, async () => {
        during = await tx.query((db) =>
          db
            .selectFrom('sqlite_schema' as never)
            .select('name' as never)
            .where('name' as never, '=', index as never),
        );
      }),
    );
    expect(during).toEqual([]);
    expect(indexes(shop)).toEqual(before);
    shop.close();
  });

  it('that fails leaves the index where it is', async () => {
    const shop = await aShop();
    const before = indexes(shop);
    const failing = shop.ctx.work.write((tx) =>
      withoutIndex(tx, index, async () => {
        throw new Error('no room');
      }),
    );
    await expect(failing).rejects.toThrow('no room');
    expect(indexes(shop)).toEqual(before);
    shop.close();
  });

  it('is not begun for an index that is not there', async () => {
    const shop = await aShop();
    const wrong = shop.ctx.work.write((tx) => withoutIndex(tx, 'no_such_index', async () => undefined));
    await expect(wrong).rejects.toThrow('no_such_index');
    shop.close();
  });
});
