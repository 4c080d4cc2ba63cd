import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { openEmptyShop } from '#tests/support/first-run.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const openProgramme = async (colorScheme: 'light' | 'dark' = 'light'): Promise<OpenedApp> => {
  app = await openApp({ colorScheme });
  await openEmptyShop(app.page);
  await app.page.keyboard.press('Control+4');
  await app.page.getByRole('heading', { name: 'Loyalty programme' }).waitFor();
  return app;
};

describe('the loyalty programme', () => {
  it('shows the effect of a rule at once and starts it today as a new version', async () => {
    const { page, complaints } = await openProgramme();
    const sentence = page.getByText(/A customer who spends/);
    await expect.poll(() => sentence.innerText()).toContain('8 points');
    await page.getByRole('textbox', { name: 'Points', exact: true }).fill('2');
    await expect.poll(() => sentence.innerText()).toContain('16 points');
    await page.getByRole('textbox', { name: 'Stamps on a full card' }).fill('8');
    await page.getByText('after 8 visits').waitFor();
    await page.getByRole('button', { name: 'Start today' }).click();
    await page.getByText('In force from now on, as version 2.').waitFor();
    await page.reload();
    await page.getByText(/Version 2, in force since/).waitFor();
    expect(await page.getByRole('textbox', { name: 'Stamps on a full card' }).inputValue()).toBe('8');
    expect(complaints).toEqual([]);
  });

  it('adds and removes rewards, and says what is missing', async () => {
    const { page } = await openProgramme();
    const start = page.getByRole('button', { name: 'Start today' });
    const before = await page.getByRole('listitem').count();
    await page.getByRole('button', { name: 'Add reward' }).click();
    await page.getByText('One reward has no name yet.').waitFor();
    expect(await start.isDisabled()).toBe(true);
    await page.keyboard.type('Own mug');
    await page.getByText('One reward has no name yet.').waitFor({ state: 'detached' });
    await start.click();
    await page.getByText('In force from now on').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(before + 1);
    await page.getByRole('button', { name: 'Remove Own mug' }).click();
    await start.click();
    await page.getByText('as version 3.').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(before);
  });

  it('is not left by Escape while changes are open', async () => {
    const { page } = await openProgramme();
    await page.getByRole('switch', { name: 'Give points' }).click({ force: true });
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).hash).toBe('#/loyalty');
    await page.getByRole('button', { name: 'Undo changes' }).click();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => location.hash === '#/till');
  });

  it.each(['light', 'dark'] as const)(
    'has no serious accessibility fault in %s colours',
    async (colorScheme) => {
      const { page } = await openProgramme(colorScheme);
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Add reward' }).click();
      expect(await seriousViolations(page)).toEqual([]);
    },
  );
});
