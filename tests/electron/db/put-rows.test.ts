import { describe, expect, it } from 'vitest';
import { putRows } from '#electron/db/put-rows.ts';
import { aShop } from '#tests/support/shop.ts';

const put = putRows('preferences', ['name', 'value'], ['name']);

describe('many rows', () => {
  it.each([0, 1, 63, 64, 65, 200])('are all written, %i of them', async (count) => {
    const shop = await aShop();
    const rows = Array.from({ length: count }, (_, index) => [
      `n${String(index).padStart(3, '0')}`,
      `v${index}`,
    ]);
    shop.database.writer.exec('DELETE FROM preferences');
    await shop.ctx.work.write((tx) => put(tx, rows));
    expect(shop.rows('SELECT name, value FROM preferences ORDER BY name')).toEqual(
      rows.map(([name, value]) => ({ name, value })),
    );
  });

  it('take the place of those with the same key', async () => {
    const shop = await aShop();
    shop.database.writer.exec("DELETE FROM preferences; INSERT INTO preferences VALUES ('n1', 'before')");
    await shop.ctx.work.write((tx) =>
      put(tx, [
        ['n0', 'new'],
        ['n1', 'after'],
      ]),
    );
    expect(shop.rows('SELECT name, value FROM preferences ORDER BY name')).toEqual([
      { name: 'n0', value: 'new' },
      { name: 'n1', value: 'after' },
    ]);
  });
});
