import type { Page } from 'playwright-core';

/** What the journeys lock their backups with, and the hint beside it. */
export const journeyPassphrase = 'cover lion spray ripple hawk tide';
export const journeyHint = 'six words on the green sheet';

/** Opens the Backup page from any screen of the shop. */
export const openBackup = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Backup' }).click();
  await page.getByRole('heading', { level: 1, name: 'Backup' }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Reminder' }).waitFor();
};

/** Adds a folder as a place, by its path. */
export const addFolder = async (page: Page, folder: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add a folder' }).click();
  await page.getByLabel('Path of the folder').fill(folder);
  await page.getByLabel('Path of the folder').press('Enter');
};

/** Sets {@link journeyPassphrase} on the Backup page and closes the dialog. */
export const setPassphrase = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Set a passphrase' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(journeyPassphrase);
  await page.getByLabel('The same once more').fill(journeyPassphrase);
  await page.getByLabel('Hint').fill(journeyHint);
  await page.getByRole('button', { name: 'Set the passphrase' }).click();
  await page.getByText('The passphrase is set.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Locked with your passphrase.').waitFor();
};

/** Makes a backup and waits until it is verified; opening a locked one takes a few seconds by design. */
export const backUp = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByRole('heading', { name: 'Backed up and checked' }).waitFor({ timeout: 60_000 });
};

/** Unlocks the backup that stands first in the wizard and waits for the comparison. */
export const compareNewest = async (page: Page, passphrase = journeyPassphrase): Promise<void> => {
  await page
    .getByRole('radio', { name: /Backup/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Open the backup' }).click();
  await page.getByRole('table').waitFor({ timeout: 60_000 });
};

/** Types the word, restores, and opens the till on what was restored. */
export const restoreNow = async (page: Page): Promise<void> => {
  await page.getByLabel('To go on, type the word RESTORE').fill('restore');
  await page.getByRole('button', { name: /^Restore \d/ }).click();
  await page.getByRole('heading', { name: 'Restored and checked' }).waitFor({ timeout: 60_000 });
};
