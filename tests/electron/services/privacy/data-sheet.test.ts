import { describe, expect, it } from 'vitest';
import { anAppWithCafe } from '#tests/support/app-client.ts';
import { aRequest } from '#tests/support/shop.ts';

describe('the data sheet of a person', () => {
  it('holds everything that is kept about them, and what was entered twice under another name', async () => {
    const { client } = await anAppWithCafe();
    const { id: customerId } = await client.customers.create({
      requestId: aRequest(),
      name: 'Aino Mäkelä',
      phone: '040 1112222',
      birthday: { day: 3, month: 4, year: 1988 },
      cardCode: 'QVX9981Z',
      consents: [{ purpose: 'contact', granted: true }],
    });
    const of = () => ({ requestId: aRequest(), customerId });
    await client.customers.update({ ...of(), phone: '040 3334444' });
    await client.customers.addNote({ ...of(), text: 'Likes the window' });
    await client.customers.answerConsent({ ...of(), purpose: 'call', granted: false });
    await client.till.checkIn({ ...of(), amount: 900 });
    await client.interests.add({ ...of(), about: { kind: 'words', words: 'rye bread' } });
    await client.outlook.addAbsence({ ...of(), from: '2026-04-01', to: '2026-04-12' });
    await client.vouchers.issue({
      ...of(),
      kind: 'surprise',
      name: 'A bun on us',
      benefit: { kind: 'thing' },
      cost: 0,
      expiresDay: '2026-12-31',
    });
    await client.tags.putOn({ ...of(), name: 'Oat milk' });
    const other = await client.customers.create({ requestId: aRequest(), name: 'Aino M.' });
    await client.tags.putOn({ requestId: aRequest(), customerId: other.id, name: 'Book club' });
    await client.customers.addNote({ requestId: aRequest(), customerId: other.id, text: 'Has a dog' });
    await client.till.checkIn({ requestId: aRequest(), customerId: other.id, amount: 400 });
    await client.customers.merge({ requestId: aRequest(), keepId: customerId, mergeId: other.id });

    const sheet = await client.privacy.dataSheet({ customerId: other.id });
    expect(sheet.person).toMatchObject({
      id: customerId,
      name: 'Aino Mäkelä',
      phone: '+358403334444',
      birthday: { day: 3, month: 4, year: 1988 },
      cards: [{ code: 'QVX9981Z', state: 'active' }],
    });
    expect(sheet.consents).toMatchObject([
      { purpose: 'call', granted: false, textVersion: 1 },
      { purpose: 'contact', granted: true, textVersion: 1 },
    ]);
    const texts = sheet.history.flatMap((entry) => (entry.kind === 'note' ? [entry.text] : []));
    expect(texts.sort()).toEqual(['Has a dog', 'Likes the window']);
    const amounts = sheet.history.flatMap((entry) => (entry.kind === 'visit' ? [entry.amount] : []));
    expect(amounts.sort()).toEqual([400, 900]);
    const { balances } = await client.customers.get({ customerId });
    for (const { unitId, balance } of balances) {
      const kept = sheet.balances.find((one) => one.unitId === unitId);
      expect(kept?.balance ?? 0).toBe(balance);
      expect((kept?.rows ?? []).reduce((sum, row) => sum + row.change, 0)).toBe(balance);
    }
    expect(sheet.balances.length).toBeGreaterThan(0);
    expect(sheet.vouchers).toMatchObject([{ name: 'A bun on us', state: 'usable' }]);
    expect(sheet.interests).toMatchObject([{ what: 'rye bread', state: 'open' }]);
    expect(sheet.tags).toEqual(['Book club', 'Oat milk']);
    expect(sheet.absences).toMatchObject([{ from: '2026-04-01', to: '2026-04-12' }]);
    expect(sheet.corrections).toMatchObject([
      { field: 'phone', before: '+358401112222', after: '+358403334444' },
    ]);
  });

  it('tells nothing of those who share the points, and nothing estimated once they said no', async () => {
    const { client } = await anAppWithCafe();
    const aino = await client.customers.create({ requestId: aRequest(), name: 'Aino' });
    const olli = await client.customers.create({ requestId: aRequest(), name: 'Olli' });
    await client.customers.joinHousehold({ requestId: aRequest(), customerId: olli.id, withId: aino.id });
    await client.till.checkIn({ requestId: aRequest(), customerId: aino.id, amount: 500 });
    await client.till.checkIn({ requestId: aRequest(), customerId: olli.id, amount: 700 });
    await client.customers.answerConsent({
      ...{ requestId: aRequest(), customerId: aino.id },
      ...{ purpose: 'profiling' as const, granted: false },
    });
    const sheet = await client.privacy.dataSheet({ customerId: aino.id });
    expect(sheet.sharedWith).toBe(1);
    expect(sheet.balances.flatMap(({ rows }) => rows).map(({ customerName }) => customerName)).toContain(
      'Aino',
    );
    expect(JSON.stringify(sheet)).not.toContain('Olli');
    expect(sheet).toMatchObject({ estimatesRefused: true, estimate: null });
  });

  it('is nobody’s once they were forgotten', async () => {
    const { client } = await anAppWithCafe();
    const { id: customerId } = await client.customers.create({ requestId: aRequest(), name: 'Aino' });
    await client.privacy.erase({ requestId: aRequest(), customerId });
    await expect(client.privacy.dataSheet({ customerId })).rejects.toMatchObject({ code: 'NotFound' });
    await expect
      .poll(async () => (await client.privacy.forgotten()).isCleaning, { timeout: 30_000 })
      .toBe(false);
  });
});
