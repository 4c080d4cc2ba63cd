import { afterEach, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

describe('the first start', () => {
  it('shows the first-run screen, without a complaint of the browser', async () => {
    app = await openApp();
    await app.page.getByRole('heading').first().waitFor();
    expect(await app.page.title()).toContain('Regulars');
    expect(app.complaints).toEqual([]);
  });

  it('speaks Finnish on a Finnish computer', async () => {
    app = await openApp({ locale: 'fi-FI' });
    await app.page.getByRole('heading').first().waitFor();
    expect(await app.page.locator('html').getAttribute('lang')).toBe('fi');
    expect(app.complaints).toEqual([]);
  });
});
