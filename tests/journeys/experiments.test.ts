import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { addCustomers, setUpCafe } from '#tests/support/shop-on-host.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import { searchBox } from '#tests/support/till-page.ts';

let dataDir = '';
let app: OpenedApp | null = null;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'regulars-experiment-'));
});
afterEach(async () => {
  await app?.close();
  app = null;
  rmSync(dataDir, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly host: RunningHost;
  readonly complaints: readonly string[];
  readonly goTo: (hash: string) => Promise<unknown>;
}

/** The shop so many days later; before, whatever was open is closed. */
const openLater = async (
  daysLater: number,
  prepare: (host: RunningHost) => Promise<unknown> = async () => undefined,
): Promise<Opened> => {
  await app?.close();
  app = await openApp({ dataDir, daysLater, prepare });
  const { page, host, complaints } = app;
  if (host === null) throw new Error('this journey needs the host');
  await searchBox(page).waitFor();
  return { page, host, complaints, goTo: (hash) => page.goto(`${host.url}#${hash}`) };
};

const people = 24;

const fillShop = async (host: RunningHost): Promise<void> => {
  await setUpCafe(host);
  const names = Array.from({ length: people }, (_, index) => `Person ${index + 1}`);
  await addCustomers(host, names);
};

/** Plans and starts a test with everybody; its address. */
const startTest = async ({ page, goTo }: Opened): Promise<string> => {
  await goTo('/campaigns');
  await page.getByRole('link', { name: 'New campaign' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Say their name');
  await page.getByRole('combobox', { name: 'For whom' }).click();
  await page.getByRole('option', { name: 'Everybody' }).click();
  await page.getByRole('combobox', { name: 'How' }).click();
  await page.getByRole('option', { name: 'When they are here' }).click();
  await page.getByRole('textbox', { name: 'Name of this way' }).fill('Name and usual order');
  await page.getByRole('textbox', { name: 'Words in English' }).fill('Good to see you, {name}.');
  await page.getByRole('textbox', { name: 'Get nothing, of 100' }).fill('50');
  await page.getByRole('textbox', { name: /^Worth seeing/ }).fill('40');
  await page.getByText(`${people} people could be drawn today.`).waitFor();
  await page.getByText(/^A fair answer needs \d+ people/).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start now' }).click();
  await page.getByText('Name and usual order: 12').waitFor();
  return new URL(page.url()).hash;
};

/** Those whom today's follow-ups turn to because of the campaign. */
const turnedTo = async (host: RunningHost): Promise<readonly number[]> => {
  const { entries } = await host.client.followUps.list();
  return entries.filter(({ because }) => because.kind === 'campaign').map(({ customerId }) => customerId);
};

describe('an experiment', () => {
  it('is planned, started, left alone until its end, and then read', async () => {
    const first = await openLater(0, fillShop);
    const hash = await startTest(first);
    await first.page.getByText(/^22 days to go/).waitFor();
    await first.page.getByText('Got nothing: 12').waitFor();
    const treated = await turnedTo(first.host);
    expect(treated).toHaveLength(12);
    expect(first.complaints).toEqual([]);

    // Five days later those who were turned to come back; nobody else does.
    const later = await openLater(5);
    await later.goTo(hash.slice(1));
    await later.page.getByText(/^17 days to go/).waitFor();
    for (const customerId of treated) {
      const visit = { requestId: crypto.randomUUID(), customerId, amount: 800 };
      await later.host.client.till.checkIn(visit);
    }
    const early = await later.host.rpc('experiments/list');
    expect(early.body).not.toMatch(/returned|comparisons|spendPerPerson/);

    const end = await openLater(22);
    await end.goTo(hash.slice(1));
    await end.page.getByText('Works', { exact: true }).waitFor();
    await end.page.getByText(/^\d+ to \d+ more of 100 came back than with nothing done\.$/).waitFor();
    await end.page.getByText('Name and usual order: 12 of 12', { exact: true }).waitFor();
    await end.page.getByText('Got nothing: 0 of 12', { exact: true }).waitFor();
    expect(await seriousViolations(end.page)).toEqual([]);
    expect(end.complaints).toEqual([]);
    // The same stands in the list of campaigns.
    await end.goTo('/campaigns');
    await end.page.getByRole('link', { name: /Say their name.*Over/ }).waitFor();
  });
});
