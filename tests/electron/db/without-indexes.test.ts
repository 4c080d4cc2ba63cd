import { describe, expect, it } from 'vitest';
import { withoutIndexes } from '#electron/db/without-indexes.ts';
import { aShop, type TestShop } from '#tests/support/shop.ts';

const indexNames = ['customer_month_by_customer', 'customer_stats_by_last'];

const indexes = ({ rows }: TestShop) =>
  rows("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name");

describe('work without indexes', () => {
  it('finds them gone and leaves them as they were', async () => {
    const shop = await aShop();
    const before = indexes(shop);
    let during: unknown[] = [];
    await shop.ctx.work.write((tx) =>
      withoutIndexes(tx, indexNames, async () => {
        during = await tx.query((db) =>
          db
            .selectFrom('sqlite_schema' as never)
            .select('name' as never)
            .where('name' as never, 'in', indexNames as never),
        );
      }),
    );
    expect(during).toEqual([]);
    expect(indexes(shop)).toEqual(before);
    shop.close();
  });

  it('that fails leaves the indexes where they are', async () => {
    const shop = await aShop();
    const before = indexes(shop);
    const failing = shop.ctx.work.write((tx) =>
      withoutIndexes(tx, indexNames, async () => {
        throw new Error('no room');
      }),
    );
    await expect(failing).rejects.toThrow('no room');
    expect(indexes(shop)).toEqual(before);
    shop.close();
  });

  it('is not begun for an index that is not there', async () => {
    const shop = await aShop();
    const wrong = shop.ctx.work.write((tx) => withoutIndexes(tx, ['no_such_index'], async () => undefined));
    await expect(wrong).rejects.toThrow('no_such_index');
    shop.close();
  });
});
