import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import {
  addFolder,
  backUp,
  compareNewest,
  journeyHint,
  journeyPassphrase,
  openBackup,
  restoreNow,
  setPassphrase,
} from '#tests/support/backup-page.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { addCustomers, setUpCafe } from '#tests/support/shop-on-host.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import { openByName, receiptOf, searchBox, typeByHand } from '#tests/support/till-page.ts';

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

const hostOf = ({ host }: OpenedApp): RunningHost => {
  if (host === null) throw new Error('this journey needs the host');
  return host;
};

/** A café with Aino and Olli, a check-in of Aino's, and a locked backup of it in the folder. */
const openBackedUpCafe = async (): Promise<OpenedApp> => {
  app = await openApp({
    prepare: async (host) => {
      await setUpCafe(host);
      const [aino = 0] = await addCustomers(host, ['Aino Mäkelä', 'Olli Nieminen']);
      await host.client.till.checkIn({ requestId: crypto.randomUUID(), customerId: aino, amount: 480 });
    },
  });
  await searchBox(app.page).waitFor();
  await openBackup(app.page);
  await addFolder(app.page, folder);
  await setPassphrase(app.page);
  await backUp(app.page);
  return app;
};

const checkInOlli = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+1');
  await searchBox(page).waitFor();
  await openByName(page, 'olli', 'Olli Nieminen');
  await typeByHand(page, '725');
  await page.keyboard.press('Enter');
  await receiptOf(page, 'Olli').waitFor();
};

const todaysVisits = async (opened: OpenedApp): Promise<number> =>
  (await hostOf(opened).client.till.today({})).checkIns;

describe('a restore', () => {
  it('takes away what was done since, and brings it back when it is taken back', async () => {
    const opened = await openBackedUpCafe();
    const { page } = opened;
    await checkInOlli(page);
    expect(await todaysVisits(opened)).toBe(2);
    await openBackup(page);
    await page.getByText('1 check-in is only on this computer.').waitFor();
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByRole('heading', { name: 'Which backup?' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);

    await compareNewest(page);
    await page.getByRole('row', { name: 'Check-ins 2 1 1 visit' }).waitFor();
    await page.getByRole('row', { name: 'Customers 2 2 nothing' }).waitFor();
    const lost = page.getByRole('listitem').filter({ hasText: 'Olli Nieminen' });
    expect(await lost.innerText()).toContain('€7.25');
    const keep = page.getByRole('button', { name: 'Keep today’s data' });
    await expect.poll(() => keep.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.getByRole('button', { name: /^Restore \d/ }).isDisabled()).toBe(true);
    expect(await seriousViolations(page)).toEqual([]);

    await restoreNow(page);
    await page.getByText('The data of before is kept.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open the till' }).click();
    await searchBox(page).waitFor();
    expect(await todaysVisits(opened)).toBe(1);
    await expect.poll(() => page.getByText('Olli Nieminen').count()).toBe(0);

    await openBackup(page);
    await page.getByText('You can go back to the data of before until').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Go back', exact: true }).click();
    await page.getByRole('button', { name: 'Go back to it' }).click();
    await searchBox(page).waitFor({ timeout: 60_000 });
    await page.getByText('Olli Nieminen').first().waitFor();
    expect(await todaysVisits(opened)).toBe(2);
  });

  it('changes nothing when it is left with Escape, at any step', async () => {
    const opened = await openBackedUpCafe();
    const { page } = opened;
    await checkInOlli(page);
    await openBackup(page);
    await page.getByRole('button', { name: 'Restore', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Which backup?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Backup' }).waitFor();
    await page.getByRole('button', { name: 'Restore', exact: true }).press('Enter');
    await compareNewest(page);
    await page.getByLabel('To go on, type the word RESTORE').fill('RESTOR');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Backup' }).waitFor();
    expect(await todaysVisits(opened)).toBe(2);
  });

  it('shows the hint for a wrong passphrase and tells a damaged backup apart', async () => {
    const opened = await openBackedUpCafe();
    const { page } = opened;
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page
      .getByRole('radio', { name: /Backup/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText(`Hint: ${journeyHint}`).waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill('not the words');
    await page.keyboard.press('Enter');
    await page.getByText('This passphrase does not open the backup.').waitFor({ timeout: 60_000 });
    await page.getByText(`Hint: ${journeyHint}`).waitFor();
    expect(await seriousViolations(page)).toEqual([]);

    const { last } = await hostOf(opened).client.backups.overview();
    const file = join(folder, (last?.file ?? '').split(/[\\/]/).at(-1) ?? '');
    truncateSync(file, readFileSync(file).length - 100);
    await page.getByLabel('Passphrase', { exact: true }).fill(journeyPassphrase);
    await page.keyboard.press('Enter');
    await page.getByText(/This backup is (damaged|not complete)/).waitFor({ timeout: 60_000 });
    await page.getByRole('heading', { name: 'Which backup?' }).waitFor();
  });

  it('speaks Finnish', async () => {
    const opened = await openBackedUpCafe();
    const { page } = opened;
    await hostOf(opened).client.settings.update({
      requestId: crypto.randomUUID(),
      shop: { language: 'fi' },
    });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Varmuuskopiointi' }).waitFor();
    await page.getByRole('heading', { name: /^Viimeisin varmuuskopio tänään klo/ }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Palauta', exact: true }).click();
    await page
      .getByRole('radio', { name: /Varmuuskopio/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Jatka' }).click();
    await page.getByLabel('Salalause', { exact: true }).fill(journeyPassphrase);
    await page.getByRole('button', { name: 'Avaa varmuuskopio' }).click();
    await page
      .getByRole('heading', { name: /^Palataanko tilanteeseen tänään klo/ })
      .waitFor({ timeout: 60_000 });
    await page.getByLabel('Jatka kirjoittamalla sana PALAUTA').fill('palauta');
    await page.getByRole('button', { name: /^Palauta \d/ }).click();
    await page.getByRole('heading', { name: 'Palautettu ja tarkistettu' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Avaa kassa' }).click();
    // The backup is of before: its shop spoke English.
    await page.getByRole('navigation', { name: /^(Näkymät|Screens)$/ }).waitFor();
  });
});

describe('a new computer', () => {
  it('gets its shop from the stick on the first-run screen', async () => {
    await openBackedUpCafe();
    await app?.close();
    app = await openApp();
    const { page } = app;
    await page.getByRole('button', { name: 'Restore from a backup instead' }).click();
    await page.getByText('No backup found yet.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByLabel('Path of a backup or of a folder').fill(folder);
    await page.getByRole('button', { name: 'Look there' }).click();
    await compareNewest(page);
    await page.getByText('This computer has no shop yet.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await restoreNow(page);
    await page.getByRole('button', { name: 'Open the till' }).click();
    await searchBox(page).waitFor();
    await page.getByText('Aino Mäkelä').first().waitFor();
  });
});

describe('a shop that cannot be opened', () => {
  it('is offered its newest copy first, and the damaged file is kept', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'regulars-damaged-'));
    try {
      app = await openApp({
        dataDir,
        prepare: async (host) => {
          await setUpCafe(host);
          await addCustomers(host, ['Aino Mäkelä']);
          await host.client.backups.saveCopy();
        },
      });
      await searchBox(app.page).waitFor();
      await app.close();
      const file = join(dataDir, 'shop.sqlite');
      const damaged = readFileSync(file).fill(0x5a, 100, 16_384);
      writeFileSync(file, damaged);
      app = await openApp({ dataDir });
      const { page } = app;
      await page.getByRole('heading', { name: 'The shop’s file is damaged.' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: /^Go back to today at/ }).click();
      await page.getByRole('table').waitFor({ timeout: 60_000 });
      await page.getByText('The damaged file is kept aside.').waitFor();
      await restoreNow(page);
      await page.getByRole('button', { name: 'Open the till' }).click();
      await searchBox(page).waitFor();
      expect(await app.host?.client.customers.counts()).toMatchObject({ all: 1 });
      const kept = readdirSync(join(dataDir, 'backups')).filter((name) => name.startsWith('damaged-'));
      expect(readFileSync(join(dataDir, 'backups', kept[0] ?? '')).equals(damaged)).toBe(true);
    } finally {
      await app?.close();
      app = null;
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
