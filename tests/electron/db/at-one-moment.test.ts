import { describe, expect, it } from 'vitest';
import { atOneMoment } from '#electron/db/at-one-moment.ts';
import { shopFile } from '#electron/db/open-database.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { aCustomer, aShop, aVisit } from '#tests/support/shop.ts';

describe('reading at one moment', () => {
  it('sees nothing of what is written between two statements', async () => {
    const shop = await aShop();
    const customerId = await aCustomer(shop.ctx);
    const visits = await atOneMoment(shopFile(shop.directory), async (db) => {
      const count = () =>
        db.query((k) => k.selectFrom('visits').select((eb) => eb.fn.countAll<number>().as('visits')));
      const before = await count();
      await aVisit(shop.ctx, customerId, { amount: 450 });
      return [before, await count()];
    });
    expect(visits).toEqual([[{ visits: 0 }], [{ visits: 0 }]]);
    expect(shop.number('SELECT count(*) FROM visits')).toBe(1);
  });

  it('finds no drift where somebody is checked in meanwhile', async () => {
    const shop = await aShop();
    const customerId = await aCustomer(shop.ctx);
    await aVisit(shop.ctx, customerId, { amount: 450 });
    const drift = await atOneMoment(shopFile(shop.directory), (db) =>
      driftCheck({
        ...db,
        all: (...call) => db.all(...call),
        one: (...call) => db.one(...call),
        query: async (build) => {
          const rows = await db.query(build);
          await aVisit(shop.ctx, customerId, { amount: 300 });
          return rows;
        },
        scan: (...call) => db.scan(...call),
      }),
    );
    expect(drift).toEqual([]);
    expect(shop.number('SELECT count(*) FROM visits')).toBeGreaterThan(3);
  });

  it('closes what it opened, also when reading fails', async () => {
    const shop = await aShop();
    const reading = atOneMoment(shopFile(shop.directory), async () => {
      throw new Error('no');
    });
    await expect(reading).rejects.toThrow('no');
    const [moved] = shop.database.writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    expect(moved?.busy).toBe(0);
  });
});
