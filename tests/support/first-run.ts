import type { Page } from 'playwright-core';
import { screenKey } from './screen-key.ts';

/** Goes on from the step of the owner's PIN without one. */
export const workAlone = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'I work here alone' }).click();

/** Takes a new app through the first run in English, with nothing in the shop, as far as the till. */
export async function openEmptyShop(page: Page, name = 'Kahvila Kaarna'): Promise<void> {
  await page.getByLabel('Name of the place').fill(name);
  await page.getByRole('combobox', { name: 'Country' }).click();
  await page.getByRole('option', { name: 'Finland' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await workAlone(page);
  await page.getByText('Start empty').click();
  await page.getByRole('button', { name: 'Open the till' }).click();
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
}

/** Lets a card be filled in a day: the starter programme gives two stamps a day at most. Ends at the till. */
export async function liftDailyCap(page: Page): Promise<void> {
  await page.keyboard.press(screenKey('loyalty'));
  await page.getByRole('region', { name: 'Coffee card' }).getByText('More rules').click();
  await page.getByRole('textbox', { name: 'Most stamps a day' }).fill('');
  await page.getByText('Your changes are kept as a draft.').waitFor();
  await page.getByRole('button', { name: 'Start today' }).click();
  await page.getByText('In force from now on, as version 2.').waitFor();
  await page.keyboard.press('Control+1');
  await page.getByRole('combobox', { name: 'Find a customer' }).waitFor();
}
