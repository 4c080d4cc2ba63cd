import { describe, expect, it } from 'vitest';
import { adjustBalance } from '#electron/services/adjust-balance.ts';
import { explainBalance } from '#electron/services/explain-balance.ts';
import { joinHousehold } from '#electron/services/household.ts';
import { type ImportBalancesInput, importBalances } from '#electron/services/imports/import-balances.ts';
import { listImports } from '#electron/services/imports/list-imports.ts';
import { undoImport } from '#electron/services/imports/undo-import.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { importedCustomers, reportOf } from '#tests/support/imports.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { aCustomer, aRequest, aShop, rulesOf, stampCard, type TestShop } from '#tests/support/shop.ts';
import { aWorkbook, aWorkbookFile, workbooksHere } from '#tests/support/workbooks.ts';

const pointsOf = ({ ctx }: TestShop) => rulesOf(ctx).pointsUnitId;

const balancesOf = (
  shop: TestShop,
  file: ImportBalancesInput['file'],
  more: Partial<ImportBalancesInput> = {},
) =>
  reportOf(
    importBalances(
      shop.ctx,
      { requestId: aRequest(), file, unitId: pointsOf(shop), dryRun: false, ...more },
      new AbortController().signal,
      workbooksHere,
    ),
  );

const held = (shop: TestShop) =>
  Object.fromEntries(
    shop
      .rows<{ name: string; balance: number }>(
        'SELECT c.name, b.balance FROM balances AS b JOIN customers AS c USING (wallet_id) WHERE balance <> 0 ORDER BY c.id',
      )
      .map(({ name, balance }) => [name, balance]),
  );

async function aShopOfFour(): Promise<TestShop> {
  const shop = await aShop();
  await importedCustomers(
    shop.ctx,
    'ref,name,phone,card\n17,Aino,040 123 4567,\n,Eero,,2000000000008\n,Kaisa,040 999 8888,\n,Onni,,',
  );
  return shop;
}

const idOf = (shop: TestShop, name: string) =>
  shop.rows<{ id: number }>(`SELECT id FROM customers WHERE name = '${name}'`)[0]?.id ?? expect.fail(name);

async function expectSound(shop: TestShop): Promise<void> {
  expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
  expect(brokenLaws(shop)).toEqual([]);
}

const file = 'id,card,phone,name,points\n17,,,,120\n,2000000000008,,,30\n,,040 999 8888,Kaisa,7\n,,,onni,5';

describe('opening balances', () => {
  it('come to whoever is meant by number, card, phone or name, as entries with their reason', async () => {
    const shop = await aShopOfFour();
    const report = await balancesOf(shop, file);
    expect(report).toMatchObject({
      rows: 4,
      written: 4,
      refused: 0,
      already: 0,
      amount: 162,
      matchedCustomers: 4,
    });
    expect(held(shop)).toEqual({ Aino: 120, Eero: 30, Kaisa: 7, Onni: 5 });
    const { rows } = await explainBalance(shop.ctx, {
      customerId: idOf(shop, 'Aino'),
      unitId: pointsOf(shop),
      limit: 10,
      offset: 0,
    });
    expect(rows).toMatchObject([{ kind: 'adjust', change: 120, why: { kind: 'openingBalance' } }]);
    await expectSound(shop);
  });

  it('come once, whatever the file is called, and each unit by itself', async () => {
    const shop = await aShopOfFour();
    await balancesOf(shop, file);
    const before = allRows(shop);
    expect(await balancesOf(shop, file)).toMatchObject({ written: 0, already: 4 });
    expect(allRows(shop)).toEqual(before);
    const longer = `${file}\n17,,,,10`;
    expect(await balancesOf(shop, longer)).toMatchObject({
      ...{ written: 0, already: 4, refused: 1, problems: [{ row: 6, code: 'hasOpening', value: '17' }] },
    });
    const stamps = stampCard(shop.ctx).unitId;
    expect(await balancesOf(shop, 'id,stamps\n17,3', { unitId: stamps })).toMatchObject({ written: 1 });
    await expectSound(shop);
  });

  it('come once to two who turned out to be one person', async () => {
    const shop = await aShopOfFour();
    await balancesOf(shop, file);
    const merged = (keepId: number, name: string) =>
      mergeCustomers(shop.ctx, { requestId: aRequest(), keepId, mergeId: idOf(shop, name) });
    await merged(await aCustomer(shop.ctx, { name: 'Veera' }), 'Aino');
    await merged(idOf(shop, 'Onni'), 'Eero');
    const after = { Kaisa: 7, Onni: 35, Veera: 120 };
    expect(held(shop)).toEqual(after);
    expect(await balancesOf(shop, file)).toMatchObject({ written: 0, already: 4 });
    expect(held(shop)).toEqual(after);
  });

  it('tell what is wrong row by row; a dry run writes nothing', async () => {
    const shop = await aShopOfFour();
    await aCustomer(shop.ctx, { name: 'Onni' });
    const before = allRows(shop);
    const rows = [
      'id,name,points',
      '17,,12',
      '99,,5',
      ',Onni,5',
      ',Kaisa,-3',
      ',Kaisa,2.5',
      ',Kaisa,0',
      ',,4',
      '17,,12',
    ];
    const report = await balancesOf(shop, rows.join('\n'), { dryRun: true });
    expect(report).toMatchObject({ written: 1, refused: 7 });
    expect(report.problems).toEqual([
      { row: 3, code: 'unknownCustomer', value: '99' },
      { row: 4, code: 'unknownCustomer', value: 'Onni' },
      { row: 5, code: 'badPoints', value: '-3' },
      { row: 6, code: 'badPoints', value: '2.5' },
      { row: 7, code: 'noPoints', value: '0' },
      { row: 8, code: 'noCustomer', value: '4' },
      { row: 9, code: 'hasOpening', value: '17' },
    ]);
    expect(allRows(shop)).toEqual(before);
  });

  it('come from a workbook too, and the same request is answered once', async () => {
    const shop = await aShopOfFour();
    const bytes = await aWorkbook({
      Saldot: [
        ['Nimi', 'Saldo'],
        ['Aino', 40],
        ['Onni', '1 200'],
      ],
    });
    const requestId = aRequest();
    const first = await balancesOf(shop, aWorkbookFile(bytes), { requestId });
    expect(first).toMatchObject({ written: 2, amount: 1240 });
    expect(await balancesOf(shop, aWorkbookFile(bytes), { requestId })).toEqual(first);
    expect(held(shop)).toEqual({ Aino: 40, Onni: 1200 });
  });

  it('are refused for a unit the programme has not, and where no column tells whose they are', async () => {
    const shop = await aShopOfFour();
    await expect(balancesOf(shop, file, { unitId: 12 })).rejects.toMatchObject({ code: 'InvalidValue' });
    await expect(balancesOf(shop, 'points,more\n1,2')).rejects.toMatchObject({ code: 'MissingColumn' });
    await expect(balancesOf(shop, 'name,age\nAino,2')).rejects.toMatchObject({ code: 'MissingColumn' });
  });

  it('are undone by reversing entries, but for what was spent; then they can come again', async () => {
    const shop = await aShopOfFour();
    await balancesOf(shop, file);
    const onni = idOf(shop, 'Onni');
    await adjustBalance(shop.ctx, {
      ...{ requestId: aRequest(), customerId: onni, unitId: pointsOf(shop), change: -2, reason: 'Used' },
    });
    const importId = (await listImports(shop.ctx)).imports[0]?.importId ?? 0;
    const result = await undoImport(shop.ctx, { requestId: aRequest(), importId });
    expect(result.takes).toEqual({ visits: 0, customers: 0, details: 0, balances: 3, tags: 0 });
    expect(result.stays).toEqual([{ what: 'balance', why: 'spent', count: 1, names: ['Onni'] }]);
    expect(held(shop)).toEqual({ Onni: 3 });
    await expectSound(shop);
    expect(await balancesOf(shop, file)).toMatchObject({ written: 3, already: 1 });
    expect(held(shop)).toEqual({ Aino: 120, Eero: 30, Kaisa: 7, Onni: 3 });
    await expectSound(shop);
  });

  it('stay as a whole in a wallet that a household shares and has spent from', async () => {
    const shop = await aShopOfFour();
    const [aino, eero] = [idOf(shop, 'Aino'), idOf(shop, 'Eero')];
    await joinHousehold(shop.ctx, { requestId: aRequest(), customerId: eero, withId: aino });
    await balancesOf(shop, file);
    await adjustBalance(shop.ctx, {
      ...{ requestId: aRequest(), customerId: aino, unitId: pointsOf(shop), change: -25, reason: 'Used' },
    });
    const importId = (await listImports(shop.ctx)).imports[0]?.importId ?? 0;
    const result = await undoImport(shop.ctx, { requestId: aRequest(), importId });
    expect(result.takes.balances).toBe(2);
    expect(result.stays).toEqual([{ what: 'balance', why: 'spent', count: 2, names: ['Aino', 'Eero'] }]);
    expect(held(shop)).toEqual({ Aino: 125, Eero: 125 });
    await expectSound(shop);
  });
});
