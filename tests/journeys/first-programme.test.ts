import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { openEmptyShop } from '#tests/support/first-run.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { openByName, receiptOf, searchBox, typeByHand } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** What somebody who has never seen the screen needs for one act: to find it, to think, to do it. */
const secondsPerAct = 20;
const fiveMinutes = 300;

/** Performs the acts of a new user one after the other and counts the seconds they would take. */
const performAll = async (acts: readonly (() => Promise<unknown>)[]): Promise<number> => {
  for (const act of acts) await act();
  return acts.length * secondsPerAct;
};

/** From the first look at the screen to the programme in force. */
const setUpProgramme = (page: Page) => {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  return performAll([
    () => page.getByRole('link', { name: 'Loyalty' }).click(),
    () => button('Examples').click(),
    () => page.getByRole('menuitem', { name: /Stamp card and points/ }).click(),
    () => field('Stamps on a full card').fill('2'),
    () => button(/^Change.*Free coffee/).click(),
    () => field('What it costs you').fill('0.85'),
    () => button(/^Done.*Free coffee/).click(),
    () => button(/^Change.*Bag of beans/).click(),
    () => field('What it costs you').fill('6.20'),
    () => button(/^Done.*Bag of beans/).click(),
    () => button('Start today').click(),
    () => page.getByText('In force from now on, as version 2.').waitFor(),
  ]);
};

const checkIn = async (page: Page, amount: string): Promise<void> => {
  await openByName(page, 'veik', 'Veikko');
  await typeByHand(page, amount);
  await page.keyboard.press('Enter');
  await receiptOf(page, 'Veikko').waitFor();
};

const takeNewCustomer = async (page: Page): Promise<void> => {
  await page.keyboard.press('F2');
  await typeByHand(page, 'Veikko');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('How much?').waitFor();
  await typeByHand(page, '860');
  await page.keyboard.press('Enter');
  await receiptOf(page, 'Veikko').waitFor();
};

/** Reasons and balances of the ledger on the screen, newest first. */
const ledger = async (page: Page): Promise<readonly (readonly [string, string])[]> => {
  await page.locator('tbody tr').first().waitFor();
  return page.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const cells = [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '');
      return [cells[1] ?? '', cells[4] ?? ''] as const;
    }),
  );
};

it('a new user starts a programme, sees it earn, be reached, redeemed and refunded, and why', async () => {
  app = await openApp();
  const { page, complaints } = app;
  await openEmptyShop(page);

  expect(await setUpProgramme(page)).toBeLessThan(fiveMinutes);
  await page.getByText(/A customer who spends/).waitFor();
  await page.getByText('after 2 visits').waitFor();
  await page.keyboard.press('Control+1');
  await searchBox(page).waitFor();

  await takeNewCustomer(page);
  await page.getByText('from 0 to 1', { exact: true }).waitFor();
  await page.getByText('from 0 to 8', { exact: true }).waitFor();
  await checkIn(page, '140');
  await page.getByText('You have earned it: Free coffee.').waitFor();
  // 8.60 and 1.40 are ten euros: the remainder was carried.
  await page.getByText('from 8 to 10', { exact: true }).waitFor();

  await openByName(page, 'veik', 'Veikko');
  await page.keyboard.press('F8');
  await page.getByText('Used with this visit').waitFor();
  await typeByHand(page, '500');
  await page.keyboard.press('Enter');
  // Two stamps a day at most: the third visit of the day brings none.
  await page.getByText('from 2 to 0', { exact: true }).waitFor();
  await page.getByText('from 10 to 15', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Money back' }).click();
  await typeByHand(page, '300');
  await page.getByRole('checkbox', { name: /rewards used come back/ }).check();
  await page.getByRole('button', { name: /^Return/ }).click();
  await page.getByText(/Returned: Veikko, €3.00/).waitFor();

  await openByName(page, 'veik', 'Veikko');
  await page.getByRole('button', { name: 'Profile' }).click();
  await page.getByRole('link', { name: 'Why?' }).click();
  await page.getByText('Coffee card', { exact: true }).first().click();
  expect(await ledger(page)).toEqual([
    ['Changed, because €3.00 was returned.', '2'],
    ['Reward used: Free coffee.', '0'],
    ['1 stamp for the visit.', '2'],
    ['1 stamp for the visit.', '1'],
  ]);
  await page.getByText('Points', { exact: true }).first().click();
  await page.getByText('Changed, because €3.00 was returned.').waitFor();
  expect(await ledger(page)).toEqual([
    ['Changed, because €3.00 was returned.', '12'],
    ['1 point per €1.00 on €5.00.', '15'],
    ['1 point per €1.00 on €1.40.', '10'],
    ['1 point per €1.00 on €8.60, €0.60 carried on.', '8'],
  ]);
  await page.getByText('Owner, rules version 2').first().waitFor();
  expect(complaints).toEqual([]);
});
