import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import {
  openByName,
  receiptOf,
  type StockedCafe,
  searchBox,
  stockCafe,
  typeByHand,
} from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** The stocked café in Finnish, where Aino came once and asked about the bun. */
const askedInFinnish = async (host: RunningHost): Promise<StockedCafe> => {
  const stocked = await stockCafe(host);
  const { aino, bun } = stocked;
  const requestId = () => crypto.randomUUID();
  await host.client.settings.update({ requestId: requestId(), shop: { language: 'fi' } });
  const about = { kind: 'item' as const, itemId: bun };
  await host.client.interests.add({ requestId: requestId(), customerId: aino, about });
  await host.client.till.checkIn({ requestId: requestId(), customerId: aino, amount: 320 });
  return stocked;
};

describe('what somebody asked about', () => {
  it('is noted at the till, offered at the next visit, and settled when they buy it', async () => {
    const opened = await openShop(stockCafe);
    app = opened;
    const { page, host, complaints } = opened;
    const { aino, coffee } = opened.told;
    await searchBox(page).waitFor();

    await openByName(page, 'aino', 'Aino Mäkelä');
    await page.keyboard.press('F4');
    await page.getByLabel('Note about Aino Mäkelä').waitFor();
    await typeByHand(page, 'cinnamon');
    const asked = page.getByRole('button', { name: 'Asked about: Cinnamon bun' });
    await asked.waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The note is saved.').waitFor();
    const { interests } = await host.client.interests.list({ customerId: aino });
    expect(interests.map(({ what, state }) => `${what} ${state}`)).toEqual(['Cinnamon bun open']);
    await page.getByRole('button', { name: /Filter coffee/ }).click();
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Aino Mäkelä').waitFor();

    await openByName(page, 'aino', 'Aino Mäkelä');
    const hint = page.getByText('Asked about Cinnamon bun.');
    await hint.waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /Cinnamon bun/ }).click();
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Aino Mäkelä').waitFor();
    await openByName(page, 'aino', 'Aino Mäkelä');
    await page.getByText('Already here today').waitFor();
    await expect.poll(() => hint.count()).toBe(0);
    expect(coffee).toBeGreaterThan(0);

    await page.goto(`${host.url}#/customers/${aino}`);
    const card = page.getByRole('region', { name: 'Asked about' });
    await card.getByText('bought since').waitFor();
    await card.getByLabel('What did they ask about?').fill('Chai latte');
    await page.keyboard.press('Enter');
    await card.getByText('not sold here').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await card.getByRole('button', { name: 'Take off Chai latte' }).press('Enter');
    await expect.poll(() => card.getByText('Chai latte').count()).toBe(0);
    // Asked about once more, on the same page: another entry, not the one that was taken off.
    await card.getByLabel('What did they ask about?').fill('Chai latte');
    await page.keyboard.press('Enter');
    await card.getByRole('button', { name: 'Take off Chai latte' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is noted and offered in Finnish', async () => {
    const opened = await openShop(askedInFinnish, { at: ({ aino }) => `/till?customer=${aino}` });
    app = opened;
    const { page, complaints, told } = opened;
    await page.getByText('On kysynyt: Cinnamon bun.').waitFor();
    await opened.goTo(`/customers/${told.aino}`);
    const card = page.getByRole('region', { name: 'On kysynyt' });
    await card.getByText('avoinna').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await card.getByRole('button', { name: 'Ota pois Cinnamon bun' }).press('Enter');
    await card.getByText('Mitään ei ole avoinna.').waitFor();
    expect(complaints).toEqual([]);
  });
});
