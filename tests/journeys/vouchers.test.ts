import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import {
  openByName,
  receiptOf,
  type StockedCafe,
  scanCard,
  searchBox,
  stockCafe,
  typeByHand,
} from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

interface Cafe extends StockedCafe {
  readonly page: Page;
  readonly host: RunningHost;
  readonly complaints: readonly string[];
  readonly goTo: (hash: string) => Promise<unknown>;
}

const openCafe = async (): Promise<Cafe> => {
  const opened = await openShop(stockCafe);
  app = opened;
  await searchBox(opened.page).waitFor();
  return { ...opened, ...opened.told };
};

const inDays = (days: number): string =>
  new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);

/** Issues a voucher of 3.00 off on the page of a person; its code as it is shown. */
const issueThreeOff = async ({ page, goTo, aino }: Cafe): Promise<string> => {
  await goTo(`/customers/${aino}/membership`);
  await page.getByRole('button', { name: 'New voucher' }).click();
  await page.getByRole('combobox', { name: 'Occasion' }).click();
  await page.getByRole('option', { name: 'Making up' }).click();
  await page.getByRole('combobox', { name: 'It gives' }).click();
  await page.getByRole('option', { name: 'money off' }).click();
  await page.getByRole('textbox', { name: 'Money off' }).fill('3');
  await page.getByRole('button', { name: 'Issue voucher' }).click();
  const said = await page.getByText(/We are sorry: the code is /).innerText();
  return said.replace(/^.*the code is /, '').replace(/\.$/, '');
};

describe('a voucher', () => {
  it('is issued, printed with its code, and used once at the till by typing it', async () => {
    const cafe = await openCafe();
    const { page, host, goTo, complaints } = cafe;
    const code = await issueThreeOff(cafe);
    expect(code).toMatch(/^[0-9A-Z]{4}.[0-9A-Z]{4}$/);
    expect(await seriousViolations(page)).toEqual([]);

    await page.evaluate(() => Object.assign(globalThis, { print: () => undefined }));
    await page.getByRole('button', { name: /^Print/ }).click();
    await page.getByRole('heading', { name: 'Print the voucher' }).waitFor();
    await page.getByRole('img', { name: new RegExp(code.slice(0, 4)) }).waitFor();
    await page.getByText('For Aino Mäkelä').waitFor();

    await goTo('/till');
    await searchBox(page).waitFor();
    await typeByHand(page, code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Aino Mäkelä' }).waitFor();
    await page.getByText('Voucher, used with this visit').waitFor();
    await typeByHand(page, '500');
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Aino Mäkelä').waitFor();
    await page.getByText('Voucher used').waitFor();
    await page.getByText('from 0 to 5', { exact: true }).waitFor();

    await typeByHand(page, code);
    await page.getByText('This voucher has been used already.').waitFor();
    expect((await host.client.vouchers.list({ state: 'used' })).total).toBe(1);
    expect(complaints.filter((text) => !text.includes('422') && !text.includes('409'))).toEqual([]);
  });

  it('is recognised by a scanner wherever one is, and comes off the basket', async () => {
    const cafe = await openCafe();
    const { page } = cafe;
    const code = (await issueThreeOff(cafe)).replace(/[^0-9A-Z]/g, '');
    await scanCard(page, code);
    await page.getByRole('heading', { level: 1, name: 'Aino Mäkelä' }).waitFor();
    await page.getByText('Voucher, used with this visit').waitFor();
    await page.getByRole('button', { name: /Cinnamon bun/ }).click();
    await expect.poll(() => page.getByRole('spinbutton').getAttribute('aria-valuenow')).toBe('120');
    await page.getByRole('button', { name: /^Do not use/ }).click();
    await expect.poll(() => page.getByRole('spinbutton').getAttribute('aria-valuenow')).toBe('420');
  });

  it('stays within the month’s budget, and is taken back with a reason', async () => {
    const cafe = await openCafe();
    const { page, goTo } = cafe;
    await goTo('/loyalty?view=vouchers');
    const budget = page.getByRole('textbox', { name: 'Making up for mistakes' });
    await budget.fill('5');
    await budget.blur();
    await page.getByText('Saved', { exact: true }).waitFor();
    await issueThreeOff(cafe);
    await page.getByRole('button', { name: 'New voucher' }).click();
    await page.getByRole('combobox', { name: 'Occasion' }).click();
    await page.getByRole('option', { name: 'Making up' }).click();
    await page.getByText('€2.00 of €5.00 are left this month.').waitFor();
    await page.getByRole('textbox', { name: 'What it costs you' }).fill('2.50');
    await page.getByRole('button', { name: 'Issue voucher' }).click();
    await page.getByText(/allowance for making up does not reach that far/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('button', { name: /^Take back/ }).click();
    await page.getByRole('textbox', { name: 'Why is it taken back?' }).fill('Given twice');
    await page.keyboard.press('Enter');
    await page.getByText('taken back').waitFor();
    await goTo('/loyalty?view=vouchers');
    await page.getByRole('button', { name: 'Taken back' }).click();
    await page.getByRole('link', { name: 'Aino Mäkelä' }).waitFor();
  });

  it('is given for a birthday that is near', async () => {
    const { page, host, aino, goTo } = await openCafe();
    const [, month = 1, day = 1] = inDays(3).split('-').map(Number);
    await host.client.customers.update({
      requestId: crypto.randomUUID(),
      customerId: aino,
      birthday: { day, month, year: null },
    });
    await goTo('/loyalty?view=vouchers');
    await page.getByRole('button', { name: /^Give a voucher/ }).click();
    await page.getByRole('textbox', { name: 'What it says' }).fill('A bun on your day');
    await page.getByRole('button', { name: 'Issue voucher' }).click();
    await page.getByText('Nobody’s birthday is near, or they have their voucher already.').waitFor();
    await page.getByText('A bun on your day', { exact: true }).waitFor();
  });
});

describe('old prices', () => {
  it('kept for a person count at the till after prices have risen', async () => {
    const { page, host, bun, goTo } = await openCafe();
    await goTo('/loyalty?view=prices');
    await page.getByRole('combobox', { name: 'Person' }).fill('aino');
    await page.getByRole('option', { name: /Aino Mäkelä/ }).click();
    await page.getByRole('button', { name: 'Keep the prices' }).click();
    await page.getByText('Kept. The till uses them from now on.').waitFor();
    await host.client.items.update({ requestId: crypto.randomUUID(), itemId: bun, price: 500 });
    await page.reload();
    await page.getByText(/1 price is higher today\./).waitFor();

    await page.keyboard.press('Control+1');
    await openByName(page, 'aino', 'Aino Mäkelä');
    await page.getByRole('button', { name: /Cinnamon bun/ }).click();
    await expect.poll(() => page.getByRole('spinbutton').getAttribute('aria-valuenow')).toBe('420');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await openByName(page, 'olli', 'Olli Nieminen');
    await page.getByRole('button', { name: /Cinnamon bun/ }).click();
    await expect.poll(() => page.getByRole('spinbutton').getAttribute('aria-valuenow')).toBe('500');
  });
});
