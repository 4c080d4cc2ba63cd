import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustBalance } from '#electron/services/adjust-balance.ts';
import { changeCustomer } from '#electron/services/change-customer.ts';
import { customerProfile } from '#electron/services/customer-profile.ts';
import { listImports } from '#electron/services/imports/list-imports.ts';
import { previewUndo, undoImport } from '#electron/services/imports/undo-import.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { refundVisit } from '#electron/services/refund-visit.ts';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import { removeSegment, saveSegment } from '#electron/services/segments.ts';
import { putOn, removeTagOfShop } from '#electron/services/tags.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import type { SegmentFilterData } from '#shared/contract/segment-filter.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { importedCustomers, importedVisits } from '#tests/support/imports.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCustomer, aRequest, aShop, aVisit, type TestShop } from '#tests/support/shop.ts';

const visits = [
  'id,name,date,amount',
  '17,Aino,2025-11-03,4.50',
  '17,Aino,2025-11-04,10.00',
  '18,Eero,2025-11-04,',
].join('\n');

const people =
  'ref,name,phone,card,note,birthday\n17,Aino,040 123 4567,2000000000008,Window seat,1990-05-03\n18,Eero,,,,';

const newestImport = async ({ ctx }: TestShop): Promise<number> =>
  (await listImports(ctx)).imports[0]?.importId ?? expect.fail('no import');

async function undone(shop: TestShop, importId?: number) {
  const id = importId ?? (await newestImport(shop));
  const expected = await previewUndo(shop.ctx, { importId: id });
  const result = await undoImport(shop.ctx, { requestId: aRequest(), importId: id });
  expect({ ...result, undoneAt: null }).toEqual({ ...expected, undoneAt: null });
  await expectSound(shop);
  return result;
}

async function expectSound(shop: TestShop): Promise<void> {
  expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
  expect(brokenLaws(shop)).toEqual([]);
}

/** What is derived, without the rows of nothing that undone things leave. */
const derived = (shop: TestShop) => ({
  stats: shop.rows('SELECT * FROM customer_stats ORDER BY customer_id'),
  months: shop.rows('SELECT * FROM customer_month ORDER BY customer_id, month'),
  days: shop.rows('SELECT * FROM day_totals WHERE check_ins <> 0 OR amount <> 0 ORDER BY business_day'),
  balances: shop.rows('SELECT * FROM balances WHERE balance <> 0 OR carry_num <> 0'),
  tiers: shop.rows('SELECT * FROM customer_tiers'),
  people: shop.rows('SELECT * FROM customers WHERE merged_into_id IS NULL ORDER BY id'),
  cards: shop.rows('SELECT * FROM cards'),
  notes: shop.rows('SELECT * FROM customer_notes'),
  tags: shop.rows('SELECT * FROM tags WHERE removed_at IS NULL'),
  worn: shop.rows('SELECT * FROM customer_tags'),
});

const found = async ({ ctx }: TestShop, query: string) =>
  (await new CustomerSearch(ctx.work.read).search(query, 10)).map((hit) => hit.name);

describe('the undo of an import of visits', () => {
  it.each([false, true])('leaves the shop as before, whether they earned or not (%s)', async (earn) => {
    const shop = await aShop();
    await aVisit(shop.ctx, await aCustomer(shop.ctx, { name: 'Oona' }), { amount: 700 });
    const before = derived(shop);
    await importedVisits(shop.ctx, visits, { earn, fileName: 'history.csv' });
    const result = await undone(shop);
    expect(result).toMatchObject({
      ...{ kind: 'visits', fileName: 'history.csv', stays: [] },
      takes: { visits: 3, customers: 2, details: 0, balances: 0, tags: 0 },
    });
    expect(derived(shop)).toEqual(before);
    expect(await found(shop, 'aino')).toEqual([]);
  });

  it('lets the same file be imported again, and undone again', async () => {
    const shop = await aShop();
    const first = await importedVisits(shop.ctx, visits, { earn: true });
    const after = derived(shop);
    for (let time = 0; time < 3; time += 1) {
      await undone(shop);
      expect(await importedVisits(shop.ctx, visits, { earn: true })).toEqual(first);
      await expectSound(shop);
    }
    const withoutIds = (state: ReturnType<typeof derived>) => JSON.stringify(state.days);
    expect(withoutIds(derived(shop))).toBe(withoutIds(after));
    expect((await importedVisits(shop.ctx, visits)).already).toBe(3);
  });

  it('puts the day somebody joined and the name back', async () => {
    const shop = await aShop();
    await importedVisits(shop.ctx, 'id,date\n17,2025-11-10');
    const before = derived(shop);
    await importedVisits(shop.ctx, visits);
    expect(await found(shop, 'aino')).toEqual(['Aino']);
    await undone(shop);
    expect(derived(shop)).toEqual(before);
  });

  it('keeps what was built upon, and says why', async () => {
    const shop = await aShop({ now: '2025-11-20 10:00' });
    const oona = await aCustomer(shop.ctx, { name: 'Oona' });
    await importedVisits(
      shop.ctx,
      `${visits}\n19,Kaisa,2025-11-05,3\n20,Lauri,2025-11-05,3\n21,Veera,2025-11-06,2`,
    );
    const visitOf = (name: string, day = '') =>
      shop.rows<{ id: number }>(
        `SELECT v.id FROM visits AS v JOIN customers AS c ON c.id = v.customer_id WHERE c.name = '${name}' ${day} ORDER BY v.id`,
      )[0]?.id ?? expect.fail(name);
    const personOf = (name: string) =>
      shop.rows<{ id: number }>(`SELECT id FROM customers WHERE name = '${name}'`)[0]?.id ??
      expect.fail(name);
    await moveVisit(shop.ctx, { requestId: aRequest(), visitId: visitOf('Kaisa'), customerId: oona });
    const refund = { amount: 100, returnRewards: false, reason: 'Cold' };
    await refundVisit(shop.ctx, { requestId: aRequest(), visitId: visitOf('Lauri'), ...refund });
    await aVisit(shop.ctx, personOf('Aino'), { amount: 500 });
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId: visitOf('Veera') });
    const result = await undone(shop);
    expect(result.takes).toMatchObject({ visits: 3, customers: 3 });
    expect([...result.stays].sort((one, other) => one.why.localeCompare(other.why))).toEqual([
      { what: 'visit', why: 'moved', count: 1, names: ['Oona'] },
      { what: 'visit', why: 'refunded', count: 1, names: ['Lauri'] },
      { what: 'customer', why: 'visited', count: 2, names: ['Lauri', 'Aino'].sort() },
    ]);
    // What was built upon is still known at the next import; what was taken back comes again.
    expect(await importedVisits(shop.ctx, visits)).toMatchObject({ written: 3, already: 0 });
    expect(await importedVisits(shop.ctx, 'id,name,date,amount\n20,Lauri,2025-11-05,3')).toMatchObject({
      ...{ written: 0, already: 1 },
    });
  });

  it('keeps the visits of whoever has spent what these earned', async () => {
    const shop = await aShop({ now: '2025-11-20 10:00' });
    await importedVisits(shop.ctx, 'id,name,date,amount\n17,Aino,2025-11-03,90\n18,Eero,2025-11-03,90', {
      earn: true,
    });
    const aino = shop.rows<{ id: number; wallet_id: number }>(
      "SELECT * FROM customers WHERE name = 'Aino'",
    )[0];
    const { unit_id: unitId, balance } =
      shop.rows<{ unit_id: number; balance: number }>(
        `SELECT * FROM balances WHERE wallet_id = ${aino?.wallet_id} AND balance > 0`,
      )[0] ?? expect.fail('nothing earned');
    await adjustBalance(shop.ctx, {
      ...{
        requestId: aRequest(),
        customerId: aino?.id ?? 0,
        unitId,
        change: -balance,
        reason: 'Used elsewhere',
      },
    });
    const result = await undone(shop);
    expect(result.takes).toMatchObject({ visits: 1, customers: 1 });
    expect(result.stays).toEqual([
      { what: 'visit', why: 'spent', count: 1, names: ['Aino'] },
      { what: 'customer', why: 'visited', count: 1, names: ['Aino'] },
    ]);
  });

  it('changes nothing when the same request comes again, and nobody is found by an old link', async () => {
    const shop = await aShop();
    await importedVisits(shop.ctx, visits);
    const { id } = shop.rows<{ id: number }>('SELECT id FROM customers')[0] ?? expect.fail('nobody');
    const input = { requestId: aRequest(), importId: await newestImport(shop) };
    const result = await undoImport(shop.ctx, input);
    const after = allRows(shop);
    expect(await undoImport(shop.ctx, input)).toEqual(result);
    expect(allRows(shop)).toEqual(after);
    await expect(undoImport(shop.ctx, { ...input, importId: 99 })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(previewUndo(shop.ctx, { importId: 99 })).rejects.toMatchObject({ code: 'NotFound' });
    await expect(customerProfile(shop.ctx, id)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('cancelled, leaves the import as it was', async () => {
    const shop = await aShop();
    await importedVisits(shop.ctx, visits, { earn: true });
    const before = allRows(shop);
    const cancel = new AbortController();
    const work = undoImport(
      shop.ctx,
      { requestId: aRequest(), importId: await newestImport(shop) },
      cancel.signal,
    );
    cancel.abort(new Error('stopped'));
    await expect(work).rejects.toThrow('stopped');
    expect(allRows(shop)).toEqual(before);
  });
});

describe('the undo of an import of customers', () => {
  it('leaves the shop as before, of new people and of those who were filled up', async () => {
    const shop = await aShop();
    await aCustomer(shop.ctx, { name: 'Aino', phone: '040 123 4567' });
    const before = derived(shop);
    await importedCustomers(shop.ctx, people);
    const result = await undone(shop);
    expect(result.takes).toEqual({ visits: 0, customers: 1, details: 4, balances: 0, tags: 0 });
    expect(derived(shop)).toEqual(before);
    expect(await importedCustomers(shop.ctx, people)).toMatchObject({
      written: 2,
      already: 0,
      newCustomers: 1,
    });
  });

  it('keeps what was changed since, and people of whom more is known', async () => {
    const shop = await aShop();
    await aCustomer(shop.ctx, { name: 'Aino', phone: '040 123 4567' });
    await importedCustomers(shop.ctx, `${people}\n19,Kaisa,,,,\n20,Lauri,,,,\n21,Veera,,,,\n22,Onni,,,,`);
    const personOf = (name: string) =>
      shop.rows<{ id: number }>(`SELECT id FROM customers WHERE name = '${name}'`)[0]?.id ??
      expect.fail(name);
    const change = { name: 'Aino', phone: '040 123 4567' };
    await changeCustomer(shop.ctx, {
      requestId: aRequest(),
      customerId: personOf('Aino'),
      ...change,
      birthday: { day: 4, month: 5, year: 1990 },
    });
    await changeCustomer(shop.ctx, {
      requestId: aRequest(),
      customerId: personOf('Eero'),
      name: 'Eero Salo',
    });
    await aVisit(shop.ctx, personOf('Kaisa'));
    await mergeCustomers(shop.ctx, {
      requestId: aRequest(),
      keepId: personOf('Lauri'),
      mergeId: personOf('Veera'),
    });
    const result = await undone(shop);
    expect(result.takes).toEqual({ visits: 0, customers: 1, details: 3, balances: 0, tags: 0 });
    expect(result.stays).toEqual(
      expect.arrayContaining([
        { what: 'detail', why: 'changed', count: 1, names: ['Aino'] },
        { what: 'customer', why: 'changed', count: 1, names: ['Eero Salo'] },
        { what: 'customer', why: 'visited', count: 1, names: ['Kaisa'] },
        { what: 'customer', why: 'linked', count: 2, names: ['Lauri', 'Veera'] },
      ]),
    );
    expect(await found(shop, 'onni')).toEqual([]);
  });

  it('undone once more, takes back who has become free', async () => {
    const shop = await aShop();
    const before = derived(shop);
    await importedCustomers(shop.ctx, people);
    const first = await newestImport(shop);
    await importedVisits(shop.ctx, visits);
    expect((await undone(shop, first)).stays).toMatchObject([{ why: 'visited', count: 2 }]);
    expect((await listImports(shop.ctx)).imports.find((one) => one.importId === first)?.stays).toBe(2);
    await undone(shop);
    expect((await undone(shop, first)).takes.customers).toBe(2);
    expect(derived(shop)).toEqual(before);
    expect((await listImports(shop.ctx)).imports.map(({ stays }) => stays)).toEqual([0, 0]);
  });
});

const aRow = fc.record({
  person: fc.integer({ min: 0, max: 6 }),
  day: fc.integer({ min: 1, max: 28 }),
  amount: fc.option(fc.integer({ min: 0, max: 9999 })),
});

describe('whatever was imported', () => {
  it('and undone, everything derived is as before, and again after importing it a second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aRow, { minLength: 1, maxLength: 25 }), fc.boolean(), async (rows, earn) => {
        const shop = await aShop({ now: '2026-03-15 10:00' });
        // Some of the file's people are there already, by name, with visits of their own.
        for (const name of ['Person zero', 'Person one']) {
          await aVisit(shop.ctx, await aCustomer(shop.ctx, { name }), { amount: 350 });
        }
        const names = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];
        const file = [
          'name,date,amount',
          ...rows.map(
            ({ person, day, amount }) =>
              `Person ${names[person]},2026-02-${String(day).padStart(2, '0')},${amount === null ? '' : (amount / 100).toFixed(2)}`,
          ),
        ].join('\n');
        const before = derived(shop);
        for (let time = 0; time < 2; time += 1) {
          const report = await importedVisits(shop.ctx, file, { earn });
          expect(report).toMatchObject({ written: rows.length, already: 0 });
          expect((await undone(shop)).stays).toEqual([]);
          expect(derived(shop)).toEqual(before);
        }
      }),
      { numRuns: rounds(12) },
    );
  });
});

describe('the undo of imported tags', () => {
  const list = 'ref,name,tags\n17,Aino,Vegan;Regular\n18,Eero,Vegan\n';

  it('takes them off whoever was there before, with the people and the tags that the list made', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, 'ref,name\n17,Aino');
    const before = derived(shop);
    await importedCustomers(shop.ctx, list);
    expect(shop.rows('SELECT name FROM tags')).toHaveLength(2);
    expect((await undone(shop)).takes).toMatchObject({ customers: 1, details: 2, tags: 2 });
    expect(derived(shop)).toEqual(before);
    expect(await importedCustomers(shop.ctx, list)).toMatchObject({ newCustomers: 1, written: 2 });
    expect(shop.rows('SELECT 1 FROM customer_tags')).toHaveLength(3);
  });

  it('leaves tags that somebody else was given since, and people who were given one by hand', async () => {
    const shop = await aShop();
    const oona = await aCustomer(shop.ctx, { name: 'Oona' });
    await importedCustomers(shop.ctx, list);
    await putOn(shop.ctx, { requestId: aRequest(), customerId: oona, name: 'vegan' });
    const [eero] = shop.rows<{ id: number }>("SELECT id FROM customers WHERE name = 'Eero'");
    await putOn(shop.ctx, { requestId: aRequest(), customerId: eero?.id ?? 0, name: 'Late' });
    const { takes, stays } = await undone(shop);
    expect(takes).toMatchObject({ customers: 1, tags: 1 });
    expect(stays).toEqual([
      { what: 'customer', why: 'linked', count: 1, names: ['Eero'] },
      { what: 'tag', why: 'worn', count: 1, names: ['Vegan'] },
    ]);
    expect(shop.rows('SELECT name FROM tags WHERE removed_at IS NULL ORDER BY name')).toEqual([
      { name: 'Late' },
      { name: 'Vegan' },
    ]);
  });

  it('leaves a tag that a segment asks about until that is gone, and says which', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, list);
    const [tag] = shop.rows<{ id: number }>("SELECT id FROM tags WHERE name = 'Regular'");
    const filter: SegmentFilterData = { kind: 'not', of: { kind: 'tag', tagIds: [tag?.id ?? 0] } };
    const { segmentId } = await saveSegment(shop.ctx, {
      ...{ requestId: aRequest(), segmentId: null, name: 'Others', filter },
    });
    const importId = await newestImport(shop);
    const { takes, stays } = await undone(shop, importId);
    expect(takes).toMatchObject({ customers: 2, tags: 1 });
    expect(stays).toEqual([{ what: 'tag', why: 'asked', count: 1, names: ['Regular'] }]);
    await removeSegment(shop.ctx, { requestId: aRequest(), segmentId });
    expect(await undone(shop, importId)).toMatchObject({ takes: { tags: 1 }, stays: [] });
    expect(shop.rows('SELECT 1 FROM tags WHERE removed_at IS NULL')).toEqual([]);
  });

  it('says nothing of a tag that was removed by hand, and takes one off an entry that was merged', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, 'ref,name\n17,Aino');
    await importedCustomers(shop.ctx, list);
    const aino = shop.rows<{ id: number }>("SELECT id FROM customers WHERE name = 'Aino'")[0]?.id ?? 0;
    const twin = await aCustomer(shop.ctx, { name: 'Aino K' });
    await putOn(shop.ctx, { requestId: aRequest(), customerId: twin, name: 'Vegan' });
    await mergeCustomers(shop.ctx, { requestId: aRequest(), keepId: aino, mergeId: twin });
    const [tag] = shop.rows<{ id: number }>("SELECT id FROM tags WHERE name = 'Regular'");
    await removeTagOfShop(shop.ctx, { requestId: aRequest(), tagId: tag?.id ?? 0 });
    expect(await undone(shop)).toMatchObject({ takes: { tags: 1 }, stays: [] });
    expect(shop.rows('SELECT 1 FROM tags WHERE removed_at IS NULL')).toEqual([]);
  });
});
