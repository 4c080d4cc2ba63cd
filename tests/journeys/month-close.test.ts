import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import { setUpFinnishReferenceCafe, setUpReferenceCafe } from '#tests/support/reference-shop.ts';
import type { RunningHost } from '#tests/support/start-host.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const october = '2023-10';
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

const hostOf = ({ host }: OpenedApp): RunningHost => {
  if (host === null) throw new Error('the journey needs the host');
  return host;
};

/** The demo shop with its visits up to today, and the name of the month before this one. */
const openDemoShop = async () => {
  app = await openApp({ args: ['--demo'] });
  const host = hostOf(app);
  await app.page.getByRole('searchbox').or(app.page.getByRole('combobox')).first().waitFor();
  const { today } = await host.client.reports.span();
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - 1);
  const month = first.toISOString().slice(0, 7);
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    first,
  );
  return { app, host, month, name };
};

const openReferenceShop = async (
  at: string,
  { language, ...options }: { colorScheme?: 'light' | 'dark'; language?: 'en' | 'fi' } = {},
): Promise<OpenedApp> => {
  const fill = language === 'fi' ? setUpFinnishReferenceCafe : setUpReferenceCafe;
  const opened = await openShop(fill, { ...options, at });
  app = opened;
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  return opened;
};

/** Presses Tab until the button has the focus, then Enter. */
const pressByKeyboard = async (page: Page, name: string | RegExp): Promise<void> => {
  const button = page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  await button.waitFor();
  for (let steps = 0; steps < 60; steps += 1) {
    if (await button.evaluate((one) => one === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never reaches ${String(name)}`);
};

const stepRow = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

/** Goes through the guide by keyboard alone and closes the month. */
const closeByKeyboard = async (page: Page, name: string): Promise<void> => {
  const odd = page.getByRole('button', { name: 'Looked at', exact: true });
  while ((await odd.count()) > 0) {
    const before = await odd.count();
    await odd.first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => odd.count(), { timeout: 10_000 }).toBe(before - 1);
  }
  await pressByKeyboard(page, 'Open report');
  await page.getByRole('heading', { name: `Report of ${name}` }).waitFor();
  await page.getByRole('article', { name: 'The story' }).waitFor();
  await pressByKeyboard(page, 'Back');
  await stepRow(page, 'Read the report').getByText('Checked').waitFor();

  await stepRow(page, 'Save the report')
    .getByRole('button', { name: /Show what was found/ })
    .focus();
  await page.keyboard.press('Enter');
  await pressByKeyboard(page, 'Leave this out');
  await page.getByLabel('Why it is left out').waitFor();
  await page.keyboard.type('Printed for the folder');
  await page.keyboard.press('Enter');
  await stepRow(page, 'Save the report').getByText('Left out').waitFor();

  await pressByKeyboard(page, 'Back up');
  await page.getByText('Everything is settled.').waitFor();
  const close = page.getByRole('button', { name: `Close ${name}`, exact: true });
  await expect
    .poll(() => close.evaluate((one) => one === document.activeElement), { timeout: 5000 })
    .toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: `Close ${name}?` }).waitFor();
  await pressByKeyboard(page, 'Close it');
  await page.getByRole('heading', { name: `${name} is closed` }).waitFor();
};

/** A visit of the last days of a month with an amount: the owner may still undo it. */
const aVisitOf = async (host: RunningHost, month: string) => {
  const { rows } = await host.client.customers.list({ search: '', filter: 'all', offset: 0, limit: 100 });
  const visits = [];
  for (const { customerId } of rows) {
    const asked = { customerId, kind: 'visits', offset: 0, limit: 50 } as const;
    for (const entry of (await host.client.customers.timeline(asked)).entries) {
      if (entry.kind === 'visit' && entry.day.startsWith(month) && (entry.amount ?? 0) > 0)
        visits.push(entry);
    }
  }
  const latest = visits.sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  if (latest === undefined) throw new Error(`nobody came in ${month}`);
  return latest;
};

describe('closing a month', () => {
  it('goes from the Month page to the seal by keyboard, shows a correction beside it, and opens again', async () => {
    const { app: opened, host, month, name } = await openDemoShop();
    const { page, complaints } = opened;
    await page.goto(`${host.url}#/month?period=${month}`);
    await pressByKeyboard(page, /^Close [A-Z][a-z]{2,3}$/);
    await page.getByRole('heading', { name: `Close ${name}` }).waitFor();
    const closing = page.getByRole('button', { name: `Close ${name}`, exact: true });
    await closing.waitFor();
    expect(await closing.isDisabled()).toBe(true);
    await closeByKeyboard(page, name);

    const [close] = (await host.client.monthClose.list()).closes;
    const seal = page.getByRole('region', { name: 'Seal' });
    await expect.poll(async () => plain(await seal.innerText())).toContain((close?.hash ?? '?').slice(0, 4));
    await seal.getByText('The one closed month is unchanged: its check sum fits.').waitFor();
    await page.getByText('Nothing has changed since the close.').waitFor();

    const frozen = plain(await page.getByRole('region', { name: 'As it was closed' }).innerText());
    const { visitId } = await aVisitOf(host, month);
    await host.client.till.undo({ requestId: crypto.randomUUID(), visitId, reason: 'Typed twice' });
    await page.reload();
    const since = page.getByRole('region', { name: 'Since then' });
    await since.getByText(/^Check-ins: now [\d,]+, closed with [\d,]+$/).waitFor();
    expect(plain(await page.getByRole('region', { name: 'As it was closed' }).innerText())).toBe(frozen);

    await pressByKeyboard(page, 'Open the month again');
    await page.keyboard.type('A visit was typed twice');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Close ${name}` }).waitFor();

    await page.goto(`${host.url}#/month/closes`);
    await page.getByRole('link', { name: `Open number 1, ${name}` }).press('Enter');
    await page.getByText(/^Opened again by .*: A visit was typed twice$/).waitFor();
    expect(plain(await page.getByRole('region', { name: 'As it was closed' }).innerText())).toBe(frozen);

    const sealed = page.waitForEvent('download');
    await pressByKeyboard(page, 'Save as JSON');
    const text = readFileSync(await (await sealed).path());
    expect(createHash('sha256').update(text).digest('hex')).toBe(close?.hash);
    await page.getByText(/^Saved: Sealed text 1 of .*\.json/).waitFor();

    await pressByKeyboard(page, 'Open report');
    const onPaper = page.getByRole('region', { name: 'Seal of the close' });
    await onPaper.getByText(/^Check-ins: closed with [\d,]+, now [\d,]+$/).waitFor();
    for (const part of [close?.hash ?? '?', 'Printed for the folder', 'A visit was typed twice'])
      await expect.poll(async () => plain(await onPaper.innerText())).toContain(part);
    if (process.env.ELECTRON_APP === undefined) {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
    }
    expect(complaints).toEqual([]);
  });

  it('only looks at a month that is not over', async () => {
    const { page } = await openReferenceShop('/month/closes');
    const today = new Date();
    const running = `${today.getUTCFullYear()}-${String(today.getUTCMonth() + 1).padStart(2, '0')}`;
    await page.goto(`${hostOf(app as OpenedApp).url}#/month/${running}/close`);
    await page.getByText(/^This month is not over yet\./).waitFor();
    expect(await page.getByRole('button', { name: 'Back up', exact: true }).count()).toBe(0);
  });

  it.each([
    ['light', 'en', /^Close October 2023$/],
    ['dark', 'fi', /^Sulje lokakuu 2023$/],
  ] as const)('has no serious accessibility fault: %s, %s', async (colorScheme, language, title) => {
    const { page } = await openReferenceShop(`/month/${october}/close`, { colorScheme, language });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('list').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.goto(`${hostOf(app as OpenedApp).url}#/month/${october}/report`);
    await page.getByRole('article').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });
});

describe('the files of a month', () => {
  it('come by the browser’s download and settle the step of the close', async () => {
    const { page, complaints } = await openReferenceShop(`/month/${october}/close`);
    const excel = page.waitForEvent('download');
    await stepRow(page, 'Save the report').getByRole('button', { name: 'Excel', exact: true }).click();
    const workbook = await excel;
    expect(workbook.suggestedFilename()).toMatch(/2023.*\.xlsx$/);
    expect(
      readFileSync(await workbook.path())
        .subarray(0, 2)
        .toString('latin1'),
    ).toBe('PK');
    await stepRow(page, 'Save the report').getByText('Checked').waitFor();
    await page.getByText(/^Saved: .*\.xlsx, \d+ rows\.$/).waitFor();

    await page.goto(`${hostOf(app as OpenedApp).url}#/month/${october}/report`);
    await page.getByRole('article', { name: 'The tables' }).waitFor();
    await page.getByRole('button', { name: 'Save as file' }).click();
    const csv = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Visits (CSV)' }).click();
    const visits = readFileSync(await (await csv).path(), 'utf8');
    expect(visits.startsWith('\uFEFF')).toBe(true);
    const { checkIns } = await hostOf(app as OpenedApp).client.reports.retention({
      from: '2023-10-01',
      to: '2023-11-01',
      window: 60,
    });
    expect(visits.trim().split('\r\n')).toHaveLength(checkIns + 1);
    expect(complaints).toEqual([]);
  });
});

describe('the report of a month', () => {
  it('fills two sheets of A4', async () => {
    const { page } = await openReferenceShop(`/month/${october}/report`);
    await page.getByRole('article', { name: 'The tables' }).waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
  });
});
