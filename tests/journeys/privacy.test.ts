import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import {
  addFolder,
  backUp,
  compareNewest,
  openBackup,
  restoreNow,
  setPassphrase,
} from '#tests/support/backup-page.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
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

interface Cafe {
  readonly page: Page;
  readonly host: RunningHost;
  readonly complaints: readonly string[];
  readonly aino: number;
}

/** A café with Olli, and with Aino who has a phone, a card, a note and two visits and may be texted. */
const fillCafe = async (host: RunningHost): Promise<{ readonly aino: number }> => {
  await setUpCafe(host);
  const { client } = host;
  const requestId = () => crypto.randomUUID();
  const { id: aino } = await client.customers.create({
    requestId: requestId(),
    name: 'Aino Mäkelä',
    phone: '040 512 4417',
    cardCode: '290100000425',
    consents: [
      { purpose: 'membership', granted: true },
      { purpose: 'contact', granted: true },
    ],
  });
  const olli = await client.customers.create({ requestId: requestId(), name: 'Olli Nieminen' });
  await client.customers.addNote({ requestId: requestId(), customerId: aino, text: 'Sits by the window.' });
  for (const [customerId, amount] of [
    [aino, 480],
    [olli.id, 725],
    [aino, 310],
  ] as const) {
    await client.till.checkIn({ requestId: requestId(), customerId, amount });
  }
  return { aino };
};

const openCafe = async (): Promise<Cafe> => {
  const opened = await openShop(fillCafe);
  app = opened;
  await searchBox(opened.page).waitFor();
  return { ...opened, ...opened.told };
};

const profileOf = ({ host, aino }: Cafe) => `${host.url}#/customers/${aino}`;

/** What the month counts: of everybody, with or without a name. */
const monthOf = async ({ client }: RunningHost) => {
  const { today } = await client.reports.span();
  const span = { from: `${today.slice(0, 7)}-01`, to: today };
  const { checkIns, amount } = await client.till.today({});
  return {
    checkIns,
    amount,
    frequency: await client.reports.frequency(span),
    value: await client.reports.value(span),
  };
};

const textOf = async (page: Page, button: string): Promise<{ name: string; text: string }> => {
  const coming: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const saved = await coming;
  return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
};

/** Opens the till and looks for Aino, who is not there. */
const seekInVain = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+1');
  await searchBox(page).waitFor();
  await searchBox(page).fill('aino');
  await page.getByText('No one called “aino”').waitFor();
  await searchBox(page).fill('');
  await page.getByText('No one called “aino”').waitFor({ state: 'hidden' });
};

describe('what customers can ask about their own data', () => {
  it('is handed to them, and on paper says what was noted, answered and bought', async () => {
    const cafe = await openCafe();
    const { page, complaints } = cafe;
    await page.goto(profileOf(cafe));
    const texts = page.getByRole('button', { name: 'Texts', exact: true });
    await texts.click();
    await page.getByRole('button', { name: 'Texts: no' }).waitFor();
    await page.getByRole('button', { name: 'Print their data' }).click();
    await page.getByRole('heading', { name: 'What we keep about Aino Mäkelä' }).waitFor();
    const rows = (part: string) => page.getByRole('table', { name: part }).getByRole('row');
    await rows('Who they are').filter({ hasText: '040 5124417' }).waitFor();
    await rows('Who they are').filter({ hasText: '290100000425' }).waitFor();
    await rows('Notes').filter({ hasText: 'Sits by the window.' }).waitFor();
    await rows('Visits').filter({ hasText: '€4.80' }).waitFor();
    await rows('Visits').filter({ hasText: '€3.10' }).waitFor();
    await rows('Their answers').filter({ hasText: 'Said no: text messages' }).waitFor();
    await rows('Their answers').filter({ hasText: 'answered on the profile' }).waitFor();
    expect(await page.getByText('Olli').count()).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);

    const table = await textOf(page, 'Save as CSV');
    expect(table.name).toMatch(/^Data of Aino Mäkelä \d{4}-\d{2}-\d{2}\.csv$/);
    expect(table.text).toContain('"Sits by the window."');
    const whole = await textOf(page, 'Save as JSON');
    expect(JSON.parse(whole.text)).toMatchObject({ person: { name: 'Aino Mäkelä', phone: '+358405124417' } });
    expect(complaints).toEqual([]);
  });

  it('is forgotten for ever, also by an older backup, while the month stays as it was', async () => {
    const cafe = await openCafe();
    const { page, host, aino } = cafe;
    await openBackup(page);
    await addFolder(page, folder);
    await setPassphrase(page);
    await backUp(page);
    const before = await monthOf(host);

    await page.goto(profileOf(cafe));
    await page.getByRole('button', { name: 'Forget person' }).click();
    await page.getByRole('heading', { name: 'Forget Aino Mäkelä?' }).waitFor();
    const forget = page.getByRole('button', { name: 'Forget for ever' });
    await page.getByLabel('To confirm, type FORGET').fill('FORGE');
    expect(await forget.isDisabled()).toBe(true);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByLabel('To confirm, type FORGET').fill('forget');
    await forget.click();
    await page.getByText('2 visits are kept without a name.').waitFor();
    await page.getByText('Older copies on this computer are gone.').waitFor({ timeout: 60_000 });
    expect(await seriousViolations(page)).toEqual([]);
    await seekInVain(page);
    expect(await monthOf(host)).toEqual(before);

    await openBackup(page);
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByRole('heading', { name: 'Which backup?' }).waitFor();
    await compareNewest(page);
    await restoreNow(page);
    await page.getByText('1 person had been forgotten since and was forgotten again.').waitFor();
    await page.getByRole('button', { name: 'Open the till' }).click();
    await seekInVain(page);
    expect(await monthOf(host)).toEqual(before);
    await page.goto(profileOf(cafe));
    await page.getByText('This person was forgotten').waitFor();
    await expect(host.client.privacy.dataSheet({ customerId: aino })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});
