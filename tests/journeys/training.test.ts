import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import { readRows } from '#tests/support/shop-file.ts';
import { openByName, receiptOf, searchBox, stockCafe, typeByHand } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const visitsIn = (dataDir: string) => readRows(dataDir, 'SELECT id, amount FROM visits ORDER BY id');

describe('the training', () => {
  it('is begun in the settings, framed and marked on paper, begun anew, ended, and leaves the shop alone', async () => {
    const opened = await openShop(stockCafe);
    app = opened;
    const { page, host, dataDir, complaints } = opened;
    await searchBox(page).waitFor();
    // A check-in is open at the till when somebody begins to practise.
    await openByName(page, 'ain', 'Aino Mäkelä');
    await typeByHand(page, '480');
    const before = visitsIn(dataDir);

    await page.goto(`${host.url}#/settings/training`);
    await page.getByRole('button', { name: 'Begin training' }).click();
    const bar = page.getByRole('complementary', { name: 'Training' });
    await bar.getByText('Nothing here counts').waitFor({ timeout: 60_000 });
    await searchBox(page).waitFor();
    await expect.poll(() => page.getByRole('heading', { level: 1, name: 'Aino Mäkelä' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Backup' }).count()).toBe(0);

    await page.keyboard.press('F3');
    await page.getByRole('heading', { name: 'Walk-in sale' }).waitFor();
    await typeByHand(page, '700');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await host.client.till.today({ limit: 1 })).visits[0]?.amount).toBe(700);
    expect(visitsIn(dataDir)).toEqual(before);

    await page.getByRole('button', { name: 'Situations to practise' }).click();
    const drawer = page.getByRole('dialog', { name: 'Situations to practise' });
    await drawer.getByRole('button', { name: 'A complaint, in five steps' }).click();
    await drawer.getByText('Diagnose:').waitFor();
    await drawer.getByText('Six phrases that help').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });

    const mark = page.getByText('TRAINING', { exact: true });
    expect(await mark.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await mark.waitFor();
    await page.emulateMedia({ media: 'screen' });

    await bar.getByRole('button', { name: 'Begin anew' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden', timeout: 60_000 });
    await searchBox(page).waitFor();
    expect((await host.client.till.today({ limit: 1 })).visits[0]?.amount).not.toBe(700);

    await bar.getByRole('button', { name: 'End the training' }).click();
    await page.getByRole('heading', { level: 1, name: 'Aino Mäkelä' }).waitFor();
    await page.getByText('Welcome').waitFor();
    await expect.poll(() => bar.count()).toBe(0);
    await page.getByRole('link', { name: 'Backup' }).waitFor();
    // The check-in that was open is finished as if nothing had been in between.
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Aino Mäkelä').waitFor();
    expect(visitsIn(dataDir)).toHaveLength(before.length + 1);
    expect(complaints).toEqual([]);
  });
});
