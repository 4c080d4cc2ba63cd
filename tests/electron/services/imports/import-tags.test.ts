import { describe, expect, it } from 'vitest';
import { putOn, takeOff } from '#electron/services/tags.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { importedCustomers } from '#tests/support/imports.ts';
import { aCustomer, aRequest, aShop, type TestShop } from '#tests/support/shop.ts';

const lines = (...rows: readonly string[]): string => rows.join('\n');

describe('tags in a list of customers', () => {
  const worn = ({ rows }: TestShop) =>
    rows(`SELECT c.name AS person, t.name AS tag FROM customer_tags AS w JOIN customers AS c ON c.id = w.customer_id
      JOIN tags AS t ON t.id = w.tag_id ORDER BY c.id, t.name_folded`);
  const list = lines('ref;name;tags', '17;Aino;Vegan, window seat', '18;Eero;VEGAN', '19;Oona;');

  it('are shown by the check and given by the import, made where the shop has none of the name', async () => {
    const shop = await aShop();
    const eero = await aCustomer(shop.ctx, { name: 'Eero' });
    await putOn(shop.ctx, { requestId: aRequest(), customerId: eero, name: 'Végan' });
    const dry = await importedCustomers(shop.ctx, list, { dryRun: true });
    expect(dry.tags).toEqual([
      { name: 'Végan', isNew: false, people: 2 },
      { name: 'window seat', isNew: true, people: 1 },
    ]);
    expect(worn(shop)).toHaveLength(1);
    const report = await importedCustomers(shop.ctx, list);
    expect(report.tags).toEqual(dry.tags);
    expect(worn(shop)).toEqual([
      { person: 'Eero', tag: 'Végan' },
      { person: 'Aino', tag: 'Végan' },
      { person: 'Aino', tag: 'window seat' },
      { person: 'Eero', tag: 'Végan' },
    ]);
  });

  it('come to people of an earlier list once, and not again when they were taken off by hand', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, lines('ref;name', '17;Aino', '18;Eero', '19;Oona'));
    expect(await importedCustomers(shop.ctx, list)).toMatchObject({
      written: 2,
      already: 1,
      newCustomers: 0,
    });
    const before = allRows(shop);
    expect(await importedCustomers(shop.ctx, list)).toMatchObject({ written: 0, already: 3, tags: [] });
    expect(allRows(shop)).toEqual(before);
    const [aino] = shop.rows<{ id: number }>("SELECT id FROM customers WHERE name = 'Aino'");
    const [vegan] = shop.rows<{ id: number }>("SELECT id FROM tags WHERE name_folded = 'vegan'");
    const off = { requestId: aRequest(), customerId: aino?.id ?? 0, tagId: vegan?.id ?? 0 };
    await takeOff(shop.ctx, off);
    expect(await importedCustomers(shop.ctx, list)).toMatchObject({ written: 0, tags: [] });
    expect(worn(shop)).toHaveLength(2);
  });

  it('refuse a row whose tag is too long for one', async () => {
    const shop = await aShop();
    const long = 'x'.repeat(41);
    const report = await importedCustomers(
      shop.ctx,
      lines('ref;name;tags', `17;Aino;Vegan;`, `18;Eero;${long}`),
    );
    expect(report.problems).toEqual([{ row: 3, code: 'tooLong', value: long }]);
    expect(report.written).toBe(1);
  });
});
