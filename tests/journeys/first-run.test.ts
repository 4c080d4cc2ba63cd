import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { openEmptyShop, workAlone } from '#tests/support/first-run.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { screenKey } from '#tests/support/screen-key.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';
import { searchBox, typeByHand } from '#tests/support/till-page.ts';

/** A recovery code as it stands on the sheet. */
const recoveryCode = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/;

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const open = async (options: Parameters<typeof openApp>[0] = {}): Promise<OpenedApp> => {
  app = await openApp(options);
  return app;
};

describe('the first run', () => {
  it('opens an empty shop by keyboard alone, and it is still there after a reload', async () => {
    const { page, complaints } = await open();
    await page.getByLabel('Name of the place').waitFor();
    await page.keyboard.type('Kahvila Kaarna');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your name and PIN' }).waitFor();
    await workAlone(page);
    await page.getByRole('heading', { name: 'How shall we start?' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.getByRole('radio', { name: /Start empty/ }).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await page.reload();
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await page.keyboard.press(screenKey('settings'));
    await page.getByText('Kahvila Kaarna. Version').waitFor();
    expect(complaints).toEqual([]);
  });

  it('chooses the owner’s PIN, prints the code, starts locked, and lets in by the PIN and by the code', async () => {
    const dataDir = temporaryDirectory();
    const { page, complaints } = await open({ dataDir });
    await page.getByLabel('Name of the place').waitFor();
    await page.keyboard.type('Kahvila Kaarna');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Your first name' }).waitFor();
    await page.keyboard.type('Mira');
    await page.keyboard.press('Enter');
    await typeByHand(page, '1234');
    await page.keyboard.press('Enter');
    await page.getByText('it is too easy to guess').waitFor();
    await typeByHand(page, '8351');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The same PIN once more' }).waitFor();
    await typeByHand(page, '8351');
    await page.keyboard.press('Enter');
    await page.getByText('Start empty').click();
    await page.getByRole('button', { name: 'Open the till' }).click();
    await page.getByRole('heading', { name: 'Print the recovery sheet' }).waitFor();
    await page.getByText('Owner: Mira').waitFor();
    const code = (await page.getByText(recoveryCode).textContent()) ?? '';
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have printed it' }).click();
    await searchBox(page).waitFor();
    expect(complaints).toEqual([]);

    await app?.close();
    const again = await open({ dataDir });
    await again.page.getByRole('heading', { name: 'PIN for Mira' }).waitFor();
    await typeByHand(again.page, '8351');
    await searchBox(again.page).waitFor();
    await again.page.keyboard.press('F12');
    await again.page.getByRole('button', { name: 'Owner’s PIN forgotten?' }).click();
    await again.page.getByRole('textbox', { name: 'Recovery code' }).fill(code);
    await again.page.keyboard.press('Enter');
    await again.page.getByRole('heading', { name: 'New PIN, 4 to 8 digits' }).waitFor();
    await typeByHand(again.page, '903172');
    await again.page.keyboard.press('Enter');
    await again.page.getByRole('heading', { name: 'The same PIN once more' }).waitFor();
    await typeByHand(again.page, '903172');
    await again.page.keyboard.press('Enter');
    await again.page.getByRole('heading', { name: 'Print the recovery sheet' }).waitFor();
    expect(await again.page.getByText(recoveryCode).textContent()).not.toBe(code);
    await again.page.getByRole('button', { name: 'I have printed it' }).click();
    await searchBox(again.page).waitFor();
  });

  it('asks for the name before it goes on', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('What is the name on the door?').waitFor();
    expect(await page.getByLabel('Name of the place').getAttribute('aria-invalid')).toBe('true');
  });

  it('speaks another language the moment it is chosen', async () => {
    const { page } = await open();
    await page.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'Suomi' }).click();
    await page.getByRole('heading', { name: 'Millainen paikka tämä on?' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fi');
    await page.getByLabel('Paikan nimi').fill('Kahvila Kaarna');
    await page.getByRole('button', { name: 'Seuraava' }).click();
    await page.getByRole('heading', { name: 'Nimesi ja PIN-koodisi' }).waitFor();
    await page.getByRole('button', { name: 'Olen täällä yksin' }).click();
    await page.getByText('Aloita tyhjästä').click();
    await page.getByRole('button', { name: 'Avaa kassa' }).click();
    await page.getByRole('navigation', { name: 'Näkymät' }).waitFor();
  });

  it('leads to the import when the owner brings a list', async () => {
    const { page } = await open();
    await page.getByLabel('Name of the place').fill('Kahvila Kaarna');
    await page.getByRole('button', { name: 'Next' }).click();
    await workAlone(page);
    await page.getByText('Bring my list').click();
    await page.getByRole('button', { name: 'Choose the file' }).click();
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/import');
  });

  it('makes up a demo shop while it shows how far it is', async () => {
    const { page, complaints } = await open();
    await page.getByLabel('Name of the place').fill('Kahvila Kaarna');
    await page.getByRole('button', { name: 'Next' }).click();
    await workAlone(page);
    await page.getByText('Try with made-up customers').click();
    await page.getByRole('button', { name: 'Open the till' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('navigation', { name: 'Screens' }).waitFor({ timeout: 60_000 });
    await page.evaluate(() => {
      location.hash = '#/settings/data';
    });
    await page.getByText('This shop holds made-up customers').waitFor();
    expect(complaints).toEqual([]);
  });

  it('does not scroll on the cheap till PC', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Next' }).waitFor();
    const tooTall = () =>
      page.evaluate(() => document.documentElement.scrollHeight > document.documentElement.clientHeight);
    expect(await tooTall()).toBe(false);
  });

  it.each(['light', 'dark'] as const)(
    'has no serious accessibility fault in %s colours',
    async (colorScheme) => {
      const { page } = await open({ colorScheme });
      await page.getByLabel('Name of the place').fill('Kahvila Kaarna');
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('heading', { name: 'Your name and PIN' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await workAlone(page);
      await page.getByRole('heading', { name: 'How shall we start?' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
    },
  );
});

describe('the key card', () => {
  it('opens and closes with F1, on every screen', async () => {
    const { page } = await open();
    await openEmptyShop(page);
    await page.keyboard.press(screenKey('loyalty'));
    await page.getByRole('heading', { name: 'Loyalty programme' }).waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toBe('#/loyalty');
  });
});
