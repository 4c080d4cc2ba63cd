import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import { screenKey } from '#tests/support/screen-key.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import { receiptOf, scanCard, searchBox, stockCafe, typeByHand } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const ainosCard = '290100000425';

const openCafe = async (): Promise<{ page: Page; host: RunningHost; complaints: readonly string[] }> => {
  const opened = await openShop(stockCafe);
  app = opened;
  await searchBox(opened.page).waitFor();
  return opened;
};

describe('a card scanner at the till', () => {
  it('needs no field: scan, amount, Enter', async () => {
    const { page, complaints } = await openCafe();
    const first = Date.now() / 1000;
    await scanCard(page, ainosCard, first);
    await page.getByRole('heading', { name: 'Aino Mäkelä' }).waitFor();
    expect(await searchBox(page).inputValue()).toBe('');
    await page.getByText('Hazelnut allergy.').waitFor();
    await typeByHand(page, '480');
    await page.getByText('+1 stamp, +4 points').waitFor();
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Aino Mäkelä').waitFor();
    // The same card at once again is the scanner's stutter; after a while it is a second visit.
    await scanCard(page, ainosCard, first + 1.5);
    await page.waitForTimeout(300);
    await receiptOf(page, 'Aino Mäkelä').waitFor();
    await scanCard(page, ainosCard, first + 4);
    await page.getByText('Already here today').waitFor();
    await page.getByRole('button', { name: 'Check in again' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps the amount when it changes the customer, and says who was left', async () => {
    const { page, host } = await openCafe();
    const { hits } = await host.client.till.search({ query: 'olli', limit: 1 });
    const olli = hits[0]?.customerId ?? 0;
    await host.client.customers.giveCard({
      requestId: crypto.randomUUID(),
      customerId: olli,
      code: '7340021',
    });
    await scanCard(page, ainosCard);
    await page.getByRole('heading', { name: 'Aino Mäkelä' }).waitFor();
    await typeByHand(page, '900');
    await scanCard(page, '7340021');
    await page.getByRole('heading', { name: 'Olli Nieminen' }).waitFor();
    await page.getByText('Aino Mäkelä was not checked in.').waitFor();
    await expect.poll(() => page.getByRole('spinbutton').getAttribute('aria-valuenow')).toBe('900');
  });

  it('never presses the focused button or types into a field', async () => {
    const { page, host } = await openCafe();
    await page.keyboard.press('F2');
    await page.getByLabel('Name', { exact: true }).fill('Veikko');
    await page.getByLabel('Birthday').focus();
    await scanCard(page, '7340018851');
    await page.getByText('With card 7340 0188 51').waitFor();
    expect(await page.getByLabel('Birthday').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Yes' }).first().focus();
    await scanCard(page, ainosCard);
    await page.getByRole('heading', { name: 'Aino Mäkelä' }).waitFor();
    const today = await host.client.till.today({});
    expect(today.checkIns).toBe(0);
  });

  it('asks whose an unknown card is, and gives it to somebody', async () => {
    const { page, host } = await openCafe();
    await scanCard(page, '7340 0218 8851'.replaceAll(' ', ''));
    await page.getByRole('heading', { name: 'Whose card is this?' }).waitFor();
    await page.getByText('Nothing was checked in.').waitFor();
    await typeByHand(page, 'olli');
    await page.getByRole('option', { name: /Olli Nieminen/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('The card belongs to Olli Nieminen now.').waitFor();
    const scan = await host.client.till.scan({ candidates: ['734002188851'] });
    expect(scan.kind).toBe('customer');
    await typeByHand(page, '320');
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Olli Nieminen').waitFor();
  });

  it('leads to the till from every screen', async () => {
    const { page } = await openCafe();
    await page.keyboard.press(screenKey('month'));
    await page.getByRole('heading', { name: 'Month' }).first().waitFor();
    await scanCard(page, ainosCard);
    await page.getByRole('heading', { name: 'Aino Mäkelä' }).waitFor();
    await page.getByText('Welcome').waitFor();
  });

  it('checks in by itself where the shop wants that, but not twice a day', async () => {
    const { page, host } = await openCafe();
    const till = { amountRule: 'never', rushMode: true } as const;
    await host.client.settings.update({ requestId: crypto.randomUUID(), till });
    await page.reload();
    await searchBox(page).waitFor();
    const first = Date.now() / 1000;
    await scanCard(page, ainosCard, first);
    await receiptOf(page, 'Aino Mäkelä').waitFor();
    await scanCard(page, ainosCard, first + 2.5);
    await page.getByText('Already here today').waitFor();
    expect((await host.client.till.today({})).checkIns).toBe(1);
  });
});
