import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { openEmptyShop } from '#tests/support/first-run.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { screenKey } from '#tests/support/screen-key.ts';
import { searchBox } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'regulars-trouble-'));
});
afterEach(async () => {
  await app?.close();
  app = null;
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a file that cannot be opened', () => {
  it('is explained and left as it is, and opening is tried again on request', async () => {
    const file = join(dataDir, 'shop.sqlite');
    const foreign = 'this is a shopping list, not a shop\n'.repeat(200);
    writeFileSync(file, foreign);
    app = await openApp({ dataDir });
    const { page } = app;
    const heading = page.getByRole('heading', { level: 1 });
    await heading.waitFor();
    expect(await heading.innerText()).toMatch(/damaged|another program/);
    await page.getByText(file).waitFor();
    expect(await seriousViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('It still cannot be opened.').waitFor();
    expect(readFileSync(file, 'utf8')).toBe(foreign);

    rmSync(file);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'What kind of place is it?' }).waitFor();
  });
});

describe('an address that leads nowhere', () => {
  it('leads to the till, and back to where somebody was', async () => {
    app = await openApp({ dataDir });
    const { page } = app;
    await openEmptyShop(page);
    await page.keyboard.press(screenKey('settings'));
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.evaluate(() => location.assign('#/a-screen-of-another-year?x=1'));
    await searchBox(page).waitFor();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/till');
    await page.goBack();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(app.complaints).toEqual([]);
  });
});

describe.skipIf(process.env.ELECTRON_APP !== undefined)('a host that is gone', () => {
  it('is said across the screen, and the screen comes back with it', async () => {
    app = await openApp({ dataDir });
    const { page, host } = app;
    await openEmptyShop(page);
    await page.keyboard.press(screenKey('settings'));
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.route('**/rpc/**', (route) => route.abort('connectionrefused'));
    await page.getByText('Salon', { exact: true }).click();
    await page.getByText('The connection to Regulars was lost.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.unroute('**/rpc/**');
    await page.getByText('The connection to Regulars was lost.').waitFor({ state: 'detached' });
    expect(host).not.toBeNull();
  });

  it('is said in full when it never answered, and so is a page opened without its key', async () => {
    app = await openApp({ dataDir });
    const { page, host } = app;
    await page.getByRole('heading').first().waitFor();
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(host?.url ?? '');
    await page.getByText('This page was opened without its key.').waitFor();
    await page.route('**/rpc/**', (route) => route.abort('connectionrefused'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Regulars does not answer.').waitFor();
  });
});
