import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  /** Null = in the middle of the main screen. */
  readonly place: { readonly x: number; readonly y: number } | null;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export const smallestWindow = { width: 1024, height: 700 } as const;
export const firstWindow: WindowState = { place: null, width: 1366, height: 768, maximized: false };

/** How much of the window, in pixels, must lie on a screen that is there now to be found and dragged. */
const VISIBLE = 100;

/** The state saved last, or the first one when there is none, it is unreadable, or its screen is gone. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState {
  const saved = parse(file);
  if (saved === null) return firstWindow;
  const size = {
    width: Math.max(saved.width, smallestWindow.width),
    height: Math.max(saved.height, smallestWindow.height),
  };
  const visible = screens.some(
    (screen) =>
      saved.x + size.width >= screen.x + VISIBLE &&
      saved.x <= screen.x + screen.width - VISIBLE &&
      saved.y >= screen.y &&
      saved.y <= screen.y + screen.height - VISIBLE,
  );
  return { ...size, place: visible ? { x: saved.x, y: saved.y } : null, maximized: saved.maximized };
}

/** Remembers size and place; a failure only means that the next start uses the previous ones. */
export function writeWindowState(file: string, bounds: Area, maximized: boolean): void {
  try {
    writeFileSync(`${file}.part`, JSON.stringify({ ...bounds, maximized }));
    renameSync(`${file}.part`, file);
  } catch {
    // Not worth a word: the data has its own, louder, checks.
  }
}

function parse(file: string): (Area & { readonly maximized: boolean }) | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const { x, y, width, height, maximized } = value as Partial<Record<string, unknown>>;
    const numbers = [x, y, width, height].map((n) => (Number.isSafeInteger(n) ? Number(n) : Number.NaN));
    const [left = Number.NaN, top = Number.NaN, wide = Number.NaN, high = Number.NaN] = numbers;
    if (numbers.some(Number.isNaN)) return null;
    return { x: left, y: top, width: wide, height: high, maximized: maximized === true };
  } catch {
    return null;
  }
}
