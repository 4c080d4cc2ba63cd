import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnAddress } from '#electron/main/app-origin.ts';
import { readDesktopOptions } from '#electron/main/desktop-options.ts';
import { desktopTexts } from '#electron/main/desktop-texts.ts';
import { defaultDataDirectory } from '#electron/platform/data-directory.ts';

describe('the desktop app', () => {
  it('finds its own options among those of Chromium', () => {
    const argv = [
      'regulars',
      '--disable-gpu',
      '.',
      '--lang=fi',
      '--data-dir',
      '/shop',
      '--demo',
      '--inspect=0',
    ];
    expect(readDesktopOptions(argv, {})).toEqual({ dataDir: resolve('/shop'), demo: true });
  });

  it('uses the environment, then the usual directory', () => {
    expect(readDesktopOptions(['regulars'], { REGULARS_DATA_DIR: '/env' }).dataDir).toBe(resolve('/env'));
    expect(readDesktopOptions(['regulars', '--data-dir'], {}).dataDir).toBe(defaultDataDirectory());
  });

  it.each([
    ['app://regulars/', true],
    ['app://regulars/customers/17', true],
    ['app://regulars.example/', false],
    ['app://other/', false],
    ['https://regulars/', false],
    ['file:///app://regulars/', false],
    ['', false],
  ])('takes %s for its own address: %s', (url, own) => expect(isOwnAddress(url)).toBe(own));

  it('speaks the language asked for, else English', () => {
    expect(desktopTexts('fi-FI').menu.quit).toBe('Lopeta Regulars');
    expect(desktopTexts('fi').menu.quit).toBe('Lopeta Regulars');
    for (const tag of ['en-GB', 'fil', 'hu', '']) expect(desktopTexts(tag).menu.quit).toBe('Quit Regulars');
  });
});
