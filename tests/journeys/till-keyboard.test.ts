import { afterEach, describe, expect, it } from 'vitest';
import { liftDailyCap } from '#tests/support/first-run.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop as openFilled } from '#tests/support/open-shop.ts';
import { screenKey } from '#tests/support/screen-key.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';
import { openByName, receiptOf, searchBox, typeByHand } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const openShop = async (): Promise<OpenedApp> => {
  app = await openFilled(setUpCafe);
  await searchBox(app.page).waitFor();
  return app;
};

describe('a day at the till by keyboard alone', () => {
  it('takes a new customer in, checks them in, uses their reward, undoes it and corrects it', async () => {
    const { page, complaints } = await openShop();
    await liftDailyCap(page);

    // A new customer: the name from the search, a phone, two answers, the amount, one Enter.
    await typeByHand(page, 'veikko pulkkinen');
    await page.getByText('No one called “veikko pulkkinen”').waitFor();
    await page.keyboard.press('F2');
    await typeByHand(page, '040 618 2222');
    await page.keyboard.press('Enter');
    await page.getByText('Ask this first.').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByText('How much?').waitFor();
    await typeByHand(page, '740');
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Veikko Pulkkinen').waitFor();
    await page.getByText('from 0 to 1').waitFor();
    await page.getByText('from 0 to 7').waitFor();

    // Nine more visits fill the card of ten.
    for (let visit = 2; visit <= 10; visit += 1) {
      await openByName(page, 'veik', 'Veikko Pulkkinen');
      await typeByHand(page, '100');
      await page.keyboard.press('Enter');
      await page
        .getByText(`from ${visit - 1} to ${visit}`)
        .first()
        .waitFor();
    }

    // The reward: chosen with F8, taken with the visit.
    await openByName(page, 'veik', 'Veikko Pulkkinen');
    await page.getByText('Already here today').waitFor();
    await page.getByRole('button', { name: 'Check in again' }).waitFor();
    await page.keyboard.press('F8');
    await page.getByText('Used with this visit').waitFor();
    await typeByHand(page, '350');
    await page.keyboard.press('Enter');
    await page.getByText('from 10 to 1', { exact: true }).waitFor();

    // Undo with one key, and again as it was meant.
    await page.keyboard.press('F9');
    await page.getByText('from 1 to 10', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Enter it again' }).click();
    await page.getByText('Used with this visit').waitFor();
    await page.keyboard.press('Backspace');
    await typeByHand(page, '5');
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Veikko Pulkkinen').waitFor();
    await expect.poll(() => page.getByRole('status').innerText()).toContain('€3.55');
    expect(complaints).toEqual([]);
  });

  it('does not check in without an amount, and asks once about a very large one', async () => {
    const { page } = await openShop();
    await page.keyboard.press('F3');
    await page.getByRole('heading', { name: 'Walk-in sale' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('How much?').waitFor();
    await typeByHand(page, '99999');
    await page.keyboard.press('Enter');
    await page.getByText('is that right?').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: '€999.99' }).waitFor();
    await page.getByText('1 check-in, €999.99').waitFor();
  });

  it('keeps a parked check-in over other screens and a restart', async () => {
    const { page } = await openShop();
    await page.keyboard.press('F2');
    await typeByHand(page, 'Aino');
    await page.getByRole('button', { name: '5' }).click();
    await page.keyboard.press(screenKey('month'));
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Till' }).click();
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Aino');
    await page.reload();
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Aino');
    await page.getByText('€0.05').waitFor();
    for (const _ of ['form', 'amount']) await page.keyboard.press('Escape');
    await page.getByText('Your first regular is one name away').waitFor();
    await page.getByText('€0.00').waitFor();
  });
});
