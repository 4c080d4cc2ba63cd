import { describe, expect, it } from 'vitest';
import { followUpsToday, makeFollowUps } from '#electron/services/follow-up-list.ts';
import { csvOfToday } from '#electron/services/playbook-csv.ts';
import { giveTreat, playbookWordsFor } from '#electron/services/playbook-words.ts';
import { allPlaybooks, playbookChanges, resetPlaybook, savePlaybook } from '#electron/services/playbooks.ts';
import type { PlaybookContent } from '#shared/contract/playbooks.ts';
import { playbookSituations } from '#shared/domain/playbooks/situations.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aCustomer, anItem, aRequest, aShop, aVisit, momentAt, type TestShop } from '#tests/support/shop.ts';

const words = (shop: TestShop, customerId: number, reason: 'birthday' | 'slipping' | 'promise' | null) =>
  playbookWordsFor(shop.ctx, { customerId, reason });

const playbookOf = async (shop: TestShop, situation: string): Promise<PlaybookContent> => {
  const { playbooks } = await allPlaybooks(shop.ctx);
  const found = playbooks.find((one) => one.situation === situation);
  if (!found) throw new Error(situation);
  const { channels, tone, allowance, gift, words: written } = found;
  return { channels, tone, allowance, gift, words: written };
};

const save = (shop: TestShop, content: PlaybookContent) =>
  savePlaybook(shop.ctx, { requestId: aRequest(), situation: 'birthday', content });

describe('playbooks', () => {
  it('begin with a preset for every situation, the café’s or the salon’s', async () => {
    const cafe = await aShop();
    const { playbooks, sent } = await allPlaybooks(cafe.ctx);
    expect(playbooks.map(({ situation }) => situation)).toEqual(playbookSituations);
    expect(playbooks.every(({ isPreset, versionId }) => isPreset && versionId === null)).toBe(true);
    expect(sent).toEqual({ useful: 0, promotional: 0, verdict: 'tooFew' });
    const salon = await aShop({ kind: 'salon' });
    expect((await playbookOf(salon, 'atRiskHigh')).words.en?.gift).not.toBe(
      (await playbookOf(cafe, 'atRiskHigh')).words.en?.gift,
    );
    expect((await playbookOf(cafe, 'atRiskHigh')).allowance).toBe(1500);
  });

  it('are changed, kept with who changed them, and go back to the preset', async () => {
    const shop = await aShop();
    const aino = await aCustomer(shop.ctx);
    const preset = await playbookOf(shop, 'birthday');
    const english = preset.words.en;
    if (!english) throw new Error('no English words');
    const own = { ...english, call: 'Many happy returns[, {name}], says {shop}!' };
    const saved = await save(shop, { ...preset, words: { ...preset.words, en: own } });
    expect(saved).toMatchObject({ isPreset: false, words: { en: own } });
    const said = await words(shop, aino, 'birthday');
    expect(said).toMatchObject({
      call: 'Many happy returns, Aino, says Corner!',
      playbookId: saved.versionId,
    });
    await resetPlaybook(shop.ctx, { requestId: aRequest(), situation: 'birthday' });
    expect(await playbookOf(shop, 'birthday')).toEqual(preset);
    const { versions } = await playbookChanges(shop.ctx, 'birthday');
    expect(versions.map(({ content }) => content === null)).toEqual([true, false]);
    expect(() => shop.database.writer.exec('DELETE FROM playbook_versions')).toThrow();
  });

  it('refuse words that cannot be said to everybody', async () => {
    const shop = await aShop();
    const preset = await playbookOf(shop, 'birthday');
    const english = preset.words.en;
    if (!english) throw new Error('no English words');
    for (const call of ['Hello {name}', 'Hello {nmae}!', 'Hello [you']) {
      const refused = save(shop, { ...preset, words: { en: { ...english, call } } });
      await expect(refused).rejects.toMatchObject({ code: 'InvalidValue', data: { field: 'call' } });
    }
  });
});

describe('words for one person', () => {
  it('are in their language, else in the shop’s, and mention their usual order', async () => {
    const shop = await aShop();
    const { id: bun } = await anItem(shop.ctx, { name: 'Bun' });
    const aino = await aCustomer(shop.ctx, { language: 'fi' });
    for (let times = 0; times < 3; times += 1) {
      shop.clock.pass(24 * 60);
      await aVisit(shop.ctx, aino, { items: [{ itemId: bun, quantity: 1 }] });
    }
    const finnish = await words(shop, aino, 'slipping');
    expect(finnish).toMatchObject({ language: 'fi', wanted: null, usual: 'Bun' });
    expect(finnish.write).toContain('Bun');
    const swede = await aCustomer(shop.ctx, { name: 'Sven Berg', language: 'sv' });
    expect(await words(shop, swede, 'slipping')).toMatchObject({ language: 'en', wanted: 'sv', usual: null });
  });

  it('offer only ways that were agreed to, with the address that opens them', async () => {
    const shop = await aShop();
    const phone = '040 123 4567';
    const silent = await aCustomer(shop.ctx, { name: 'Olli Nieminen', phone });
    expect((await words(shop, silent, null)).ways).toEqual([
      { channel: 'inPerson', shown: '', address: null },
    ]);
    const contact = [{ purpose: 'call' as const, granted: true }];
    const aino = await aCustomer(shop.ctx, { phone: '040 765 4321', consents: contact });
    const { ways } = await words(shop, aino, null);
    expect(ways.find(({ channel }) => channel === 'call')).toEqual({
      channel: 'call',
      shown: '040 7654321',
      address: 'tel:+358407654321',
    });
    expect(ways.some(({ channel }) => channel === 'text')).toBe(false);
  });

  it('say in which order the ways are tried: in the words, on the list and in the file', async () => {
    const shop = await aShop({ now: '2026-03-01 10:00' });
    const contact = [{ purpose: 'contact' as const, granted: true }];
    const reach = { phone: '040 765 4321', email: 'a@example.com', consents: contact };
    const aino = await aCustomer(shop.ctx, {
      name: 'Aino',
      birthday: { day: 11, month: 3, year: null },
      ...reach,
    });
    const noEmail = { ...reach, phone: '040 765 4322', email: null };
    const olli = await aCustomer(shop.ctx, {
      name: 'Olli',
      birthday: { day: 11, month: 3, year: null },
      ...noEmail,
    });
    for (const id of [aino, olli]) await aVisit(shop.ctx, id);
    shop.clock.set(momentAt('2026-03-10 10:00'));
    const preset = await playbookOf(shop, 'birthday');
    await makeFollowUps(shop.ctx, reportsOf(shop));
    const seen = async () => {
      const { entries } = await followUpsToday(shop.ctx);
      const rows = (await csvOfToday(shop.ctx, 'en')).text.split('\r\n').slice(1, 3);
      return [aino, olli].map((id, index) => ({
        onList: entries.find(({ customerId }) => customerId === id)?.channels,
        inFile: rows[index]?.split(',')[2],
      }));
    };
    expect(await seen()).toEqual([
      { onList: ['post', 'text', 'email', 'call'], inFile: 'Post' },
      { onList: ['post', 'text', 'call'], inFile: 'Post' },
    ]);
    await save(shop, { ...preset, channels: ['email', 'call', 'post', 'inPerson', 'text'] });
    expect(await seen()).toEqual([
      { onList: ['email', 'call', 'post', 'text'], inFile: 'E-mail' },
      { onList: ['call', 'post', 'text'], inFile: 'Call' },
    ]);
    expect((await words(shop, olli, 'birthday')).ways.map(({ channel }) => channel)).toEqual([
      ...['call', 'post', 'inPerson', 'text'],
    ]);
  });

  it('promise a gift only once it was given, and it is given once', async () => {
    const shop = await aShop();
    const aino = await aCustomer(shop.ctx);
    const before = await words(shop, aino, 'birthday');
    expect(before.gift).toMatchObject({ given: null });
    expect(before.call).not.toContain(before.gift?.name);
    const asked = { requestId: aRequest(), customerId: aino, reason: 'birthday' as const };
    const after = await giveTreat(shop.ctx, asked);
    expect(after.call).toContain(before.gift?.name);
    expect(await giveTreat(shop.ctx, asked)).toEqual(after);
    await giveTreat(shop.ctx, { ...asked, requestId: aRequest() });
    expect(shop.number('SELECT COUNT(*) FROM vouchers')).toBe(1);
  });

  it('offer no gift that costs more than staff may give', async () => {
    const shop = await aShop();
    const aino = await aCustomer(shop.ctx);
    await save(shop, { ...(await playbookOf(shop, 'birthday')), allowance: 0 });
    expect((await words(shop, aino, 'birthday')).gift).toBeNull();
    const refused = giveTreat(shop.ctx, { requestId: aRequest(), customerId: aino, reason: 'birthday' });
    await expect(refused).rejects.toMatchObject({ code: 'InvalidValue', data: { field: 'gift' } });
  });

  it('make a file of nobody from an empty list', async () => {
    const shop = await aShop();
    expect(await csvOfToday(shop.ctx, 'fi')).toMatchObject({
      people: 0,
      file: 'yhteydenotot-2026-03-10.csv',
    });
  });
});
