import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { copyDatabase } from '#electron/db/copy-database.ts';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { latestCopy, saveCopy } from '#electron/services/backups.ts';
import { readShopFacts } from '#electron/services/shop-context.ts';
import { aCustomer, aShop, aVisit } from '#tests/support/shop.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

async function aShopWithPlace(directoryOf = (directory: string) => join(directory, 'backups')) {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const directory = directoryOf(shop.directory);
  const place = {
    directory,
    copy: (name: string) => copyDatabase(shop.database.writer, directory, name),
  };
  return { shop, ctx: shop.ctx, place };
}

describe('saving a copy', () => {
  it('writes one that opens as the shop it was, and says what is in it', async () => {
    const { shop, ctx, place } = await aShopWithPlace();
    const customerId = await aCustomer(ctx);
    await aVisit(ctx, customerId);
    await aVisit(ctx, null);
    const copy = await saveCopy(ctx, place);
    expect(copy).toMatchObject({ at: shop.clock.now(), customers: 1, visits: 2 });
    expect(copy.file).toBe(join(place.directory, 'regulars-20260310-080000.sqlite'));
    expect(copy.bytes).toBeGreaterThan(10_000);
    const restored = temporaryDirectory();
    copyFileSync(copy.file, shopFile(restored));
    const database = openDatabase(shopFile(restored));
    const facts = await readShopFacts(new UnitOfWork(database.writer, database.reader).read);
    database.close();
    expect(facts?.shop.name).toBe('Corner');
  });

  it('leaves what was committed before in a copy of its own each time', async () => {
    const { shop, ctx, place } = await aShopWithPlace();
    const first = await saveCopy(ctx, place);
    await aVisit(ctx, null);
    shop.clock.pass(1);
    const second = await saveCopy(ctx, place);
    expect([first.visits, second.visits]).toEqual([0, 1]);
    expect(readdirSync(place.directory)).toEqual([
      'regulars-20260310-080000.sqlite',
      'regulars-20260310-080100.sqlite',
    ]);
  });

  it.each([
    [Object.assign(new Error(), { code: 'ENOSPC' }), 'diskFull'],
    [Object.assign(new Error(), { code: 'SQLITE_FULL' }), 'diskFull'],
    [Object.assign(new Error(), { code: 'EACCES' }), 'readOnly'],
    [Object.assign(new Error(), { code: 'EROFS' }), 'readOnly'],
    [Object.assign(new Error(), { code: 'SQLITE_CORRUPT' }), 'check'],
    [new Error('anything'), 'unknown'],
  ])('that fails with %o says why: %s', async (error, why) => {
    const { ctx, place } = await aShopWithPlace();
    const failing = saveCopy(ctx, { ...place, copy: () => Promise.reject(error) });
    await expect(failing).rejects.toMatchObject({ code: 'BackupFailed', data: { why } });
  });

  it('into a place that is no directory fails and leaves nothing', async () => {
    const { shop, ctx, place } = await aShopWithPlace((directory) =>
      join(directory, 'in-the-way', 'backups'),
    );
    writeFileSync(join(shop.directory, 'in-the-way'), '');
    await expect(saveCopy(ctx, place)).rejects.toMatchObject({ code: 'BackupFailed' });
    expect(readdirSync(shop.directory).filter((name) => name.includes('regulars'))).toEqual([]);
  });
});

describe('the latest copy', () => {
  it('is none at first, then the newest of ours', async () => {
    const { shop, ctx, place } = await aShopWithPlace();
    expect(latestCopy(ctx, place)).toEqual({ at: null, file: null });
    await saveCopy(ctx, place);
    shop.clock.pass(60);
    const { file } = await saveCopy(ctx, place);
    writeFileSync(join(place.directory, 'notes.sqlite'), '');
    writeFileSync(join(place.directory, 'before-migration-from-10.sqlite'), '');
    expect(latestCopy(ctx, place)).toEqual({ at: expect.any(Number), file });
    const database = new BetterSqlite3(file, { readonly: true });
    expect(database.prepare('SELECT name FROM shop').pluck().get()).toBe('Corner');
    database.close();
  });
});
