import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDirectory } from '#electron/platform/data-directory.ts';
import { parseStartOptions } from '#electron/platform/start-options.ts';

const read = (args: string, env: Record<string, string> = {}) =>
  parseStartOptions(args === '' ? [] : args.split(' '), env);

describe('start options', () => {
  it('have defaults', () =>
    expect(read('')).toEqual({
      kind: 'options',
      options: { surface: null, port: null, dataDir: defaultDataDirectory(), demo: false, open: true },
    }));

  it('are all read', () =>
    expect(read('--browser --port 0 --data-dir shop --demo --no-open')).toEqual({
      kind: 'options',
      options: { surface: 'browser', port: 0, dataDir: resolve('shop'), demo: true, open: false },
    }));

  it('take the directory from the environment, and rather from the command line', () => {
    expect(read('', { REGULARS_DATA_DIR: '/shop' })).toMatchObject({
      options: { dataDir: resolve('/shop') },
    });
    expect(read('--data-dir /other', { REGULARS_DATA_DIR: '/shop' })).toMatchObject({
      options: { dataDir: resolve('/other') },
    });
  });

  it.each([
    ['--colour', /--colour/],
    ['shop.sqlite', /shop\.sqlite/],
    ['--port', /--port/],
    ['--port abc', /--port needs a number/],
    ['--port 70000', /--port needs a number/],
    ['--port=-1', /--port needs a number/],
    ['--port 1.5', /--port needs a number/],
    ['--data-dir=', /--data-dir/],
    ['--desktop --browser', /not both/],
    ['--demo=yes', /--demo/],
  ])('refuse %s in one sentence', (args, sentence) => {
    const parsed = read(args);
    expect(parsed).toMatchObject({ kind: 'wrong', sentence: expect.stringMatching(sentence) });
    expect(parsed.kind === 'wrong' && parsed.sentence.includes('\n')).toBe(false);
  });

  it('know help', () => expect(read('--help')).toEqual({ kind: 'help' }));
});

describe('the usual data directory', () => {
  it.each([
    ['linux', '/home/anna', {}, '/home/anna/.config/Regulars'],
    ['linux', '/home/anna', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/Regulars'],
    ['darwin', '/Users/anna', {}, '/Users/anna/Library/Application Support/Regulars'],
    ['win32', '/u/anna', { APPDATA: '/u/anna/Roaming' }, '/u/anna/Roaming/Regulars'],
    ['win32', '/u/anna', {}, '/u/anna/AppData/Roaming/Regulars'],
  ] as const)('on %s with home %s and %o is %s', (platform, home, env, expected) =>
    expect(defaultDataDirectory({ platform, home, env }).replaceAll('\\', '/')).toBe(expected),
  );
});
