import { describe, expect, it } from 'vitest';
import { verifyAudit } from '#electron/repositories/audit.ts';
import { logOfDay } from '#electron/services/audit/log-of-day.ts';
import { changeCustomer } from '#electron/services/change-customer.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import { forgetPeople } from '#electron/services/privacy/forget-person.ts';
import { updateSettings } from '#electron/services/settings.ts';
import { present, shopFacts } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { anAppWithCafe } from '#tests/support/app-client.ts';
import { aCustomer, aRequest, aShop, aVisit, type TestShop } from '#tests/support/shop.ts';
import { addPerson, withPins } from '../../rpc/staff-calls.ts';

const rename = ({ ctx }: TestShop, customerId: number, name: string, requestId = aRequest()) =>
  changeCustomer(ctx, { requestId, customerId, name });

/** A shop with some entries in its log. */
async function aLoggedShop() {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const aino = await aCustomer(shop.ctx, { name: 'Aino' });
  for (const name of ['Aino M', 'Aino Mäkelä', 'Aino Virtanen']) await rename(shop, aino, name);
  const count = shop.number('SELECT count(*) FROM audit_entries');
  return { shop, aino, count };
}

describe('the log', () => {
  it('tells who did what to whom, with what was before and after, once for each request', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    const aino = await aCustomer(shop.ctx, { name: 'Aino' });
    const requestId = aRequest();
    await rename(shop, aino, 'Aino Mäkelä', requestId);
    await rename(shop, aino, 'Aino Mäkelä', requestId);
    await updateSettings(shop.ctx, { requestId: aRequest(), shop: { name: 'Kulma' } });
    const { entries, day } = await logOfDay(shop.ctx, {});
    expect(day).toBe('2026-03-10');
    expect(entries.slice(0, 2)).toMatchObject([
      { kind: 'settings', staffName: 'Owner', changes: [{ before: 'Corner', after: 'Kulma' }] },
      { kind: 'customer', customerName: 'Aino Mäkelä', changes: [{ before: 'Aino', after: 'Aino Mäkelä' }] },
    ]);
    expect(entries.filter(({ kind }) => kind === 'customer')).toHaveLength(1);
  });

  it('shows check-ins and what took them back, with the reason, and marks a late one', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    const { visitId } = await aVisit(shop.ctx, await aCustomer(shop.ctx), { amount: 12_900 });
    shop.clock.pass(90);
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId, reason: 'Typed 129,00' });
    const { entries } = await logOfDay(shop.ctx, { day: '2026-03-10' });
    expect(entries.filter(({ kind }) => kind === 'undo' || kind === 'checkIn')).toMatchObject([
      { kind: 'undo', amount: -12_900, reason: 'Typed 129,00', unusual: 'lateUndo' },
      { kind: 'checkIn', amount: 12_900, unusual: null },
    ]);
    expect((await logOfDay(shop.ctx, { day: '2026-03-09' })).entries).toEqual([]);
  });

  it('names whoever was refused, and who approved', async () => {
    const { client } = await anAppWithCafe();
    const { owner } = await withPins(client);
    const pin = '9146';
    const staffId = await addPerson(client, { name: 'Eetu', role: 'staff', pin });
    await client.staff.signIn({ staffId, pin });
    await expect(client.settings.update({ requestId: aRequest() })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    await client.staff.signIn({ staffId: owner, pin: '8351' });
    const { entries } = await client.audit.day({});
    expect(entries.find(({ isRefused }) => isRefused)).toMatchObject({
      kind: 'settings',
      staffName: 'Eetu',
      unusual: 'refused',
    });
    expect(await client.audit.verify()).toMatchObject({ broken: null });
  });
});

describe('the chain of the log', () => {
  it('is whole as it was written, also when a person in it was forgotten', async () => {
    const { shop, aino, count } = await aLoggedShop();
    expect(await verifyAudit(shop.ctx.work.read)).toEqual({ entries: count, broken: null });
    const { at, day } = present(shop.ctx);
    const { shop: row, staff } = shopFacts(shop.ctx);
    const about = { shop: row, cause: 'asked' as const, at, day, staffId: staff[0]?.id ?? 0 };
    await shop.ctx.work.write((tx) => forgetPeople(tx, [aino], about));
    expect(
      shop.number(
        'SELECT count(*) FROM audit_facts JOIN audit_entries USING (number) WHERE customer_id IS NOT NULL',
      ),
    ).toBe(0);
    expect(await verifyAudit(shop.ctx.work.read)).toEqual({ entries: count, broken: null });
  });

  it('is followed over merges', async () => {
    const { shop, aino } = await aLoggedShop();
    const other = await aCustomer(shop.ctx, { name: 'A.' });
    await mergeCustomers(shop.ctx, { requestId: aRequest(), keepId: aino, mergeId: other });
    expect((await verifyAudit(shop.ctx.work.read)).broken).toBeNull();
    expect((await logOfDay(shop.ctx, {})).entries[0]).toMatchObject({ kind: 'merge', unusual: 'merge' });
  });

  it.each([
    ['an entry that was changed', "UPDATE audit_entries SET call = 'x' WHERE number = 2", 2, 'changed'],
    ['a changed staff member', 'UPDATE audit_entries SET at = at + 1 WHERE number = 3', 3, 'changed'],
    ['an entry that was taken out', 'DELETE FROM audit_entries WHERE number = 2', 2, 'missing'],
    ['details that were changed', "UPDATE audit_facts SET facts = '{}' WHERE number = 3", 3, 'factsChanged'],
    ['details that were taken out', 'DELETE FROM audit_facts WHERE number = 4', 4, 'factsGone'],
  ])('finds %s', async (_what, tampering, number, why) => {
    const { shop } = await aLoggedShop();
    const { writer } = shop.database;
    writer.pragma('foreign_keys = OFF');
    for (const guard of ['entries_not_changed', 'entries_not_deleted', 'facts_not_changed']) {
      writer.exec(`DROP TRIGGER audit_${guard}`);
    }
    writer.exec(tampering);
    expect((await verifyAudit(shop.ctx.work.read)).broken).toEqual({ number, why });
  });

  it('finds an end that was cut off, at once and for good, also in a shop that did not count yet', async () => {
    const { shop, aino, count } = await aLoggedShop();
    const { writer } = shop.database;
    const checked = async () => (await verifyAudit(shop.ctx.work.read)).broken;
    writer.exec("DELETE FROM counters WHERE name = 'auditEntries'");
    expect(await checked()).toBeNull();
    await rename(shop, aino, 'Aino V');
    expect(await checked()).toBeNull();
    writer.pragma('foreign_keys = OFF');
    writer.exec(`DROP TRIGGER audit_entries_not_deleted; DELETE FROM audit_entries WHERE number >= ${count}`);
    const gap = { number: count, why: 'missing' };
    expect(await checked()).toEqual(gap);
    await rename(shop, aino, 'Aino');
    expect(await checked()).toEqual(gap);
  });

  it('cannot be changed through the file as it is', async () => {
    const { shop } = await aLoggedShop();
    for (const change of ['UPDATE audit_entries SET at = 0', 'DELETE FROM audit_entries'])
      expect(() => shop.database.writer.exec(change)).toThrow('append-only');
  });
});
