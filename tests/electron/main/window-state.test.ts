import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  firstWindow,
  readWindowState,
  smallestWindow,
  writeWindowState,
} from '#electron/main/window-state.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const bounds = { x: 100, y: 50, width: 1400, height: 900 };

describe('the window', () => {
  it('comes back where it was', () => {
    const file = join(temporaryDirectory(), 'window.json');
    writeWindowState(file, bounds, true);
    expect(readWindowState(file, [screen])).toEqual({
      place: { x: 100, y: 50 },
      width: 1400,
      height: 900,
      maximized: true,
    });
  });

  it('comes back in the middle when its screen was unplugged, and on the second screen when it is there', () => {
    const file = join(temporaryDirectory(), 'window.json');
    writeWindowState(file, { ...bounds, x: 2500 }, false);
    expect(readWindowState(file, [screen])).toMatchObject({ place: null, width: 1400 });
    const second = { ...screen, x: 1920 };
    expect(readWindowState(file, [screen, second]).place).toEqual({ x: 2500, y: 50 });
  });

  it('is never smaller than it can be used', () => {
    const file = join(temporaryDirectory(), 'window.json');
    writeWindowState(file, { ...bounds, width: 10, height: 10 }, false);
    expect(readWindowState(file, [screen])).toMatchObject(smallestWindow);
  });

  it.each(['', '{', 'null', '[]', '{"x":1}', '{"x":"a","y":1,"width":2,"height":3}'])(
    'opens as at first after the spoilt note %j',
    (text) => {
      const file = join(temporaryDirectory(), 'window.json');
      writeFileSync(file, text);
      expect(readWindowState(file, [screen])).toEqual(firstWindow);
    },
  );

  it('does not mind that it cannot be remembered', () => {
    const file = join(temporaryDirectory(), 'missing', 'window.json');
    expect(() => writeWindowState(file, bounds, false)).not.toThrow();
    expect(existsSync(file)).toBe(false);
  });
});
