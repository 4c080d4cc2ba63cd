import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import { receiptOf, searchBox, stockCafe } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const openCafe = async (): Promise<{ page: Page; host: RunningHost }> => {
  const opened = await openShop(stockCafe);
  app = opened;
  await searchBox(opened.page).waitFor();
  return opened;
};

const key = (page: Page, digits: string): Locator =>
  page.getByRole('region', { name: 'Keypad' }).getByRole('button', { name: digits, exact: true });

/** What the screen keyboard of a tablet does: text appears in the field that was tapped. */
const write = async (field: Locator, text: string): Promise<void> => {
  await field.click();
  await field.fill(text);
};

describe('the till by touch alone', () => {
  it('finds, adds up, checks in, takes a reward and undoes', async () => {
    const { page, host } = await openCafe();
    for (let visit = 1; visit <= 3; visit += 1) {
      await write(searchBox(page), 'aino');
      await page.getByRole('option', { name: /Aino Mäkelä/ }).click();
      await page.getByRole('button', { name: /Filter coffee/ }).click();
      await page.getByRole('button', { name: /Cinnamon bun/ }).click();
      await page.getByText('Filter coffee + Cinnamon bun').first().waitFor();
      await page.getByRole('button', { name: /Check in/ }).click();
      await page.getByText(`from ${visit - 1} to ${visit}`).waitFor();
    }
    // The free coffee comes off the sum.
    await write(searchBox(page), 'aino');
    await page.getByRole('option', { name: /Aino Mäkelä/ }).click();
    await page.getByRole('button', { name: /Usual/ }).click();
    await page.getByRole('button', { name: /Use reward.*Coffee on us/ }).click();
    await expect.poll(() => page.getByRole('spinbutton').getAttribute('aria-valuenow')).toBe('420');
    await page.getByRole('button', { name: /Check in/ }).click();
    await receiptOf(page, 'Aino Mäkelä').waitFor();
    const before = await host.client.till.today({});
    expect(before.rewardsUsed).toBe(1);
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.getByText('Everything is as it was before this visit.').waitFor();
    expect((await host.client.till.today({})).rewardsUsed).toBe(0);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('Who is it?').waitFor();
  });

  it('sells without a customer, and gives the visit to its owner afterwards', async () => {
    const { page, host } = await openCafe();
    for (const digits of ['4', '8', '0']) await key(page, digits).click();
    await page.getByRole('button', { name: 'Walk-in sale' }).last().click();
    await page.getByRole('status').filter({ hasText: 'Sold' }).waitFor();
    await page.getByRole('button', { name: 'Wrong person' }).click();
    await write(page.getByRole('combobox', { name: /Find the right person/ }), 'olli');
    await page.getByRole('option', { name: /Olli Nieminen/ }).click();
    await receiptOf(page, 'Olli Nieminen').waitFor();
    const today = await host.client.till.today({});
    expect(today).toMatchObject({ checkIns: 1, identified: 1, amount: 480 });
  });

  it('undoes an earlier visit from the list', async () => {
    const { page, host } = await openCafe();
    for (const digits of ['1', '2']) {
      await key(page, digits).click();
      await key(page, '00').click();
      await page.getByRole('button', { name: 'Walk-in sale' }).last().click();
      await page.getByRole('status').filter({ hasText: 'Sold' }).waitFor();
      await page.getByRole('button', { name: 'New customer' }).last().click();
      await page.getByRole('button', { name: 'Cancel' }).click();
    }
    await page.getByText('2 check-ins, €3.00').waitFor();
    await page.getByRole('listitem').filter({ hasText: '€1.00' }).getByRole('button').first().click();
    await page
      .getByRole('listitem')
      .filter({ hasText: '€1.00' })
      .getByRole('button', { name: 'Undo', exact: true })
      .click();
    await page.getByText('1 check-in, €2.00').waitFor();
    expect((await host.client.till.today({})).amount).toBe(200);
  });

  it('has no target smaller than a finger', async () => {
    const { page } = await openCafe();
    // Sums of shares of a pixel may come out a hair below 48.
    const small = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('main button, main input, main [role="option"]')]
          .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 47.9 || box.height < 47.9))
          .map(({ name, box }) => `${name}: ${box.width}x${box.height}`),
      );
    expect(await small()).toEqual([]);
    await write(searchBox(page), 'aino');
    await page.getByRole('option', { name: /Aino Mäkelä/ }).waitFor();
    expect(await small()).toEqual([]);
    await page.getByRole('option', { name: /Aino Mäkelä/ }).click();
    await page.getByText('Welcome').waitFor();
    expect(await small()).toEqual([]);
    await page.getByRole('button', { name: /Close/ }).click();
    await page.getByRole('button', { name: /New customer/ }).click();
    await page.getByText('Two answers').waitFor();
    expect(await small()).toEqual([]);
  });
});
