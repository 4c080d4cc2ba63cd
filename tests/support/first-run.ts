import type { Page } from 'playwright-core';

/** Takes a new app through the first run in English, with nothing in the shop, as far as the till. */
export async function openEmptyShop(page: Page, name = 'Kahvila Kaarna'): Promise<void> {
  await page.getByLabel('Name of the place').fill(name);
  await page.getByRole('combobox', { name: 'Country' }).click();
  await page.getByRole('option', { name: 'Finland' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Start empty').click();
  await page.getByRole('button', { name: 'Open the till' }).click();
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
}
