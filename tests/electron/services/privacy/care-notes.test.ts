import { describe, expect, it } from 'vitest';
import { addPerson, goodPin, ownerId, withPins } from '#tests/electron/rpc/staff-calls.ts';
import { type AppWithClient, anApp } from '#tests/support/app-client.ts';
import { aRequest } from '#tests/support/shop.ts';
import { readRows } from '#tests/support/shop-file.ts';
import { aCafe } from '#tests/support/shop-on-host.ts';

/** Words that stand nowhere else. */
const secret = { allergy: 'Sesamqua', patchTest: 'Ppdvyx clear', health: 'Epilepsqua' } as const;

/** A salon where the owner, a manager and staff sign in, and Katja of whom everything is known. */
async function aSalon() {
  const running = await anApp();
  const { client } = running;
  for await (const _event of await client.settings.setUp({
    shop: { ...aCafe, kind: 'salon' },
    start: 'empty',
  }));
  const { id: katja } = await client.customers.create({
    requestId: aRequest(),
    name: 'Katja',
    allergy: secret.allergy,
  });
  for (const kind of ['patchTest', 'health'] as const) {
    await client.privacy.addCareNote({ requestId: aRequest(), customerId: katja, kind, text: secret[kind] });
  }
  await withPins(client);
  const manager = await addPerson(client, { name: 'Oona', role: 'manager', pin: '7316' });
  const staff = await addPerson(client, { name: 'Eetu', role: 'staff', pin: '6294' });
  return { ...running, katja, manager, staff };
}

const hintsOf = async ({ client }: AppWithClient, customerId: number) =>
  (await client.till.customerCard({ customerId })).hints;

const closed = async (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: { code: string; data: { by: string } }) => `${error.code} ${error.data.by}`,
  );

describe('what is known for somebody’s safety', () => {
  it('is read by the role the shop says, through every call, and told to others without its words', async () => {
    const salon = await aSalon();
    const { client, katja, staff, manager } = salon;
    const restrict = (kind: 'allergy' | 'patchTest' | 'health', readers: 'owner' | 'manager' | 'staff') =>
      client.privacy.setRules({ requestId: aRequest(), care: { kind, readers } });
    await restrict('allergy', 'manager');
    await restrict('health', 'owner');
    await client.staff.signIn({ staffId: staff, pin: '6294' });
    const before = salon.wire().length;
    expect(await hintsOf(salon, katja)).toEqual([
      { kind: 'allergy', text: null },
      { kind: 'careNote', note: 'patchTest', text: secret.patchTest, day: '2026-03-10', isOld: false },
      { kind: 'careNote', note: 'health', text: null, day: '2026-03-10', isOld: false },
    ]);
    const seen = await client.privacy.careNotes({ customerId: katja });
    expect(seen.notes.map(({ kind, text }) => [kind, text])).toEqual([
      ['health', null],
      ['patchTest', secret.patchTest],
    ]);
    expect(seen).toMatchObject({ allergy: null, hidden: ['allergy', 'health'] });
    expect((await client.customers.get({ customerId: katja })).customer).toMatchObject({
      allergy: null,
      allergyHidden: true,
    });
    await client.customers.update({ requestId: aRequest(), customerId: katja, preference: 'Window' });
    await client.customers.timeline({ customerId: katja });
    await client.customers.list({ search: 'Sesamqua' });
    await client.till.search({ query: 'epilepsqua' });
    await client.privacy.corrections({ customerId: katja });
    const reveal = () => client.privacy.careNotes({ customerId: katja, reveal: true });
    expect(await closed(reveal())).toBe('ApprovalNeeded owner');
    expect(await closed(client.privacy.dataSheet({ customerId: katja }))).toBe('ApprovalNeeded owner');
    expect(
      await closed(client.customers.update({ requestId: aRequest(), customerId: katja, allergy: null })),
    ).toBe('ApprovalNeeded manager');
    const told = salon.wire().slice(before).toLowerCase();
    expect(told).not.toContain(secret.allergy.toLowerCase());
    expect(told).not.toContain(secret.health.toLowerCase());

    await client.staff.signIn({ staffId: manager, pin: '7316' });
    expect(await hintsOf(salon, katja)).toContainEqual({ kind: 'allergy', text: secret.allergy });
    expect((await client.privacy.careNotes({ customerId: katja })).hidden).toEqual(['health']);
    const asked = await reveal().catch((error: { data: { askId: string } }) => error.data);
    const askId = 'askId' in asked ? asked.askId : '';
    const owner = (await ownerId(client)) ?? 0;
    await client.staff.approve({ askId, staffId: owner, pin: goodPin });
    expect((await reveal()).notes.map(({ text }) => text)).toEqual([secret.health, secret.patchTest]);
    expect(await closed(reveal())).toBe('ApprovalNeeded owner');
  });

  it('is old after its months, as the till says, and stays with the person through a merge and its undo', async () => {
    const salon = await aSalon();
    const { client, katja, clock } = salon;
    const care = { kind: 'health', atTill: false } as const;
    await client.privacy.setRules({ requestId: aRequest(), care });
    clock.pass(200 * 24 * 60);
    await client.staff.signIn({ staffId: (await ownerId(client)) ?? 0, pin: goodPin });
    expect(await hintsOf(salon, katja)).toMatchObject([
      { kind: 'allergy', text: secret.allergy },
      { kind: 'careNote', note: 'patchTest', isOld: true },
    ]);
    const other = await client.customers.create({ requestId: aRequest(), name: 'Katja L' });
    await client.customers.merge({ requestId: aRequest(), keepId: other.id, mergeId: katja });
    expect((await client.privacy.careNotes({ customerId: other.id })).notes).toHaveLength(2);
    const sheet = await client.privacy.dataSheet({ customerId: other.id });
    expect(sheet.careNotes.map(({ text }) => text)).toEqual([secret.health, secret.patchTest]);
    expect(sheet.person.allergy).toBe(secret.allergy);
    await client.customers.unmerge({ requestId: aRequest(), mergeId: katja });
    expect((await client.privacy.careNotes({ customerId: other.id })).notes).toEqual([]);
    const { notes } = await client.privacy.careNotes({ customerId: katja });
    for (const { noteId } of notes) await client.privacy.removeCareNote({ requestId: aRequest(), noteId });
    expect(readRows(salon.dataDir, 'SELECT * FROM care_notes')).toEqual([]);
    const gone = "SELECT content FROM requests WHERE call = 'privacy.addCareNote'";
    expect(readRows(salon.dataDir, gone)).toEqual([{ content: '' }, { content: '' }]);
  });
});
