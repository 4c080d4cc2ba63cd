import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import {
  addFolder,
  backUp,
  journeyHint,
  journeyPassphrase,
  openBackup,
  setPassphrase,
} from '#tests/support/backup-page.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { screenKey } from '#tests/support/screen-key.ts';
import { addCustomers, setUpCafe } from '#tests/support/shop-on-host.ts';
import { searchBox } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-stick-'));
});
afterEach(async () => {
  await app?.close();
  app = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A café with two customers, on its till. */
const openCafe = async (options: { colorScheme?: 'light' | 'dark' } = {}): Promise<OpenedApp> => {
  app = await openApp({
    ...options,
    prepare: async (host) => {
      await setUpCafe(host);
      await addCustomers(host, ['Aino Mäkelä', 'Olli Nieminen']);
    },
  });
  await searchBox(app.page).waitFor();
  return app;
};

const withoutFaults = async ({ page }: OpenedApp): Promise<void> =>
  expect(await seriousViolations(page)).toEqual([]);

describe('the Backup page', () => {
  it('writes a locked backup to a folder and says what was checked', async () => {
    const opened = await openCafe();
    const { page, complaints } = opened;
    await page.getByText('No backup yet · Restore not proven yet').waitFor();
    await page.keyboard.press(screenKey('backup'));
    await page.getByRole('heading', { name: 'No backup yet' }).waitFor();
    await addFolder(page, join(folder, 'missing'));
    await page.getByText('There is no such folder, or it cannot be written to.').waitFor();
    await page.getByLabel('Path of the folder').fill(folder);
    await page.getByLabel('Path of the folder').press('Enter');
    await page.getByRole('radio', { name: new RegExp(folder) }).waitFor();
    await setPassphrase(page);
    await withoutFaults(opened);

    await backUp(page);
    const found = (what: string) => page.locator('dl > div', { hasText: what }).locator('dd').innerText();
    expect(await found('Customers')).toBe('2, all there');
    expect(await found('Check-ins')).toBe('0, all there');
    expect(await found('Opens with your passphrase')).toBe('yes, tried just now');
    await withoutFaults(opened);
    const files = readdirSync(folder).sort();
    expect(files).toHaveLength(2);
    expect(files[0]).toMatch(/^regulars-kulma-\d{8}-\d{6}\.sqlite\.(zst|gz)\.age$/);
    expect(files[1]).toBe(`${files[0]}.manifest.json`);

    await page.getByRole('button', { name: 'Back to the till' }).click();
    await page.getByText('Last backup: today · Restore not proven yet').waitFor();
    await openBackup(page);
    await page.getByRole('heading', { name: /^Last backup today at/ }).waitFor();
    await page.getByText('Checked, readable').waitFor();
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([]);
  });

  it('proves a restore on request and dates it on the till', async () => {
    const opened = await openCafe();
    const { page } = opened;
    await openBackup(page);
    await page.getByRole('button', { name: 'Prove now' }).click();
    await page
      .getByText('Restored to a scratch copy and found whole: 2 customers, 0 check-ins.')
      .waitFor({ timeout: 60_000 });
    await withoutFaults(opened);
    await page.keyboard.press('Escape');
    await page.getByText('No backup yet · Last proven restore: today').waitFor();
  });

  it('leaves nothing behind when it is stopped', async () => {
    const { page } = await openCafe();
    await openBackup(page);
    await addFolder(page, folder);
    await setPassphrase(page);
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByText('Stopped. Nothing was left on the stick.').waitFor();
    await expect.poll(() => readdirSync(folder)).toEqual([]);
    await page.getByRole('heading', { name: 'No backup yet' }).waitFor();
  });

  it('keeps what somebody chose about reminders', async () => {
    const { page, host } = await openCafe();
    await openBackup(page);
    await page.getByLabel('Point it out when older than').selectOption('7');
    await page.getByLabel('Start by itself when the stick is plugged in').uncheck({ force: true });
    await expect.poll(() => page.getByLabel('Start by itself').isChecked()).toBe(false);
    // The screen shows a choice before it is kept: loading the page anew would cut the call short.
    await expect
      .poll(async () => (await host?.client.backups.overview())?.preferences)
      .toEqual({ reminderDays: 7, startByItself: false });
    await page.reload();
    await page.getByRole('heading', { level: 2, name: 'Reminder' }).waitFor();
    expect(await page.getByLabel('Point it out when older than').inputValue()).toBe('7');
    expect(await page.getByLabel('Start by itself').isChecked()).toBe(false);
  });
});

describe('the passphrase', () => {
  it('is warned about before it is set, tested with its hint, and printed with its code', async () => {
    const opened = await openCafe({ colorScheme: 'dark' });
    const { page } = opened;
    await page.addInitScript(() => {
      globalThis.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await page.reload();
    await openBackup(page);
    await page.getByRole('button', { name: 'Set a passphrase' }).click();
    await page.getByText('A lost passphrase cannot be recovered.').waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill('kahvi1');
    await page.getByText('Too short. Four words are a good start.').waitFor();
    await page.getByRole('button', { name: 'Set the passphrase' }).click();
    await page.getByText('The passphrase is set.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Suggest six words' }).click();
    await page.getByText('Strong.').waitFor();
    expect((await page.getByLabel('Passphrase', { exact: true }).inputValue()).split(' ')).toHaveLength(6);
    await withoutFaults(opened);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

    await setPassphrase(page);
    await page.getByRole('button', { name: 'Test the passphrase' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill('cover lion');
    await page.keyboard.press('Enter');
    await page.getByText(`Your hint: ${journeyHint}`).waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill(journeyPassphrase);
    await page.keyboard.press('Enter');
    await page.getByText('Right. The backups open with it.').waitFor();
    await withoutFaults(opened);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Change the passphrase' }).click();
    await page.getByRole('button', { name: 'Print the recovery sheet' }).click();
    await page.getByRole('heading', { name: 'Recovery sheet of Kulma' }).waitFor();
    await page.getByText(journeyPassphrase).waitFor();
    await page.getByRole('img', { name: 'The passphrase as a code to scan' }).waitFor();
    await page.locator('html[data-printed]').waitFor();
    await withoutFaults(opened);
  });
});

describe('a place that gives trouble', () => {
  it('is told: a folder that went away, and a file in its place', async () => {
    const opened = await openCafe();
    const { page } = opened;
    await openBackup(page);
    await addFolder(page, folder);
    await page.getByRole('radio', { name: new RegExp(folder) }).waitFor();
    rmSync(folder, { recursive: true });
    await page.getByText('Not there just now.').waitFor();
    expect(await page.getByRole('button', { name: 'Cannot back up there' }).isDisabled()).toBe(true);
    writeFileSync(folder, 'a file in the place of the folder');
    await page.getByText('Not there').first().waitFor();
    await withoutFaults(opened);
    await page.getByRole('button', { name: 'Forget this folder' }).click();
    await page.getByText('No USB stick found').waitFor();
  });
});
