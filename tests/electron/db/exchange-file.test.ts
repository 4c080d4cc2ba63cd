import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { beginExchange, carryOut, endExchange, readExchange, takeBack } from '#electron/db/exchange-file.ts';
import { shopFile } from '#electron/db/open-database.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

/** The power: it goes before the change of the disk that is counted down to, and no change comes after it. */
const power = vi.hoisted(() => ({
  left: Number.POSITIVE_INFINITY,
  links: true,
  oneDisk: true,
  flushes: true,
  journal: '',
}));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const change = <A extends unknown[], R>(work: (...args: A) => R) => {
    return (...args: A): R => {
      if (power.left <= 0) throw new Error('the power went');
      power.left -= 1;
      return work(...args);
    };
  };
  const linkSync = (from: string, to: string): void => {
    if (!power.links) throw Object.assign(new Error('no links here'), { code: 'EPERM' });
    real.linkSync(from, to);
  };
  const renameSync = (from: string, to: string): void => {
    if (!power.oneDisk && from.includes('backups') !== to.includes('backups'))
      throw Object.assign(new Error('another disk'), { code: 'EXDEV' });
    real.renameSync(from, to);
  };
  const { rmSync, writeFileSync: write, copyFileSync } = real;
  return {
    ...real,
    fsyncSync: (handle: number): void => {
      if (!power.flushes && real.existsSync(power.journal)) throw new Error('the disk failed');
      real.fsyncSync(handle);
    },
    linkSync: change(linkSync),
    renameSync: change(renameSync),
    rmSync: change(rmSync),
    writeFileSync: change(write),
    copyFileSync: change(copyFileSync),
  };
});

beforeEach(() => {
  power.left = Number.POSITIVE_INFINITY;
  power.links = true;
  power.oneDisk = true;
  power.flushes = true;
});

const aside = join('backups', 'set-aside.sqlite');
const plan = { aside, keepAside: true, entry: { requestId: 'one' } };

const contentOf = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);
const placeOf = (dataDir: string) => [
  contentOf(shopFile(dataDir)),
  contentOf(`${shopFile(dataDir)}-wal`),
  contentOf(join(dataDir, aside)),
  contentOf(join(dataDir, `${aside}-wal`)),
];

/** A shop whose newest entries stand in its log, and a new file that is to replace it. */
function aPlace({ withLog = true } = {}): { dataDir: string; file: string } {
  const dataDir = temporaryDirectory();
  mkdirSync(join(dataDir, 'backups'));
  writeFileSync(shopFile(dataDir), 'old');
  if (withLog) writeFileSync(`${shopFile(dataDir)}-wal`, 'old log');
  const file = join(dataDir, 'backups', 'scratch');
  writeFileSync(file, 'new');
  return { dataDir, file };
}

/** Does what it can until the power goes; true when it got to the end. */
function cutAfter(changes: number, work: () => void): boolean {
  power.left = changes;
  try {
    work();
    return true;
  } catch {
    return false;
  } finally {
    power.left = Number.POSITIVE_INFINITY;
  }
}

function expectOneOfThem(dataDir: string): void {
  const [shop, log, old, oldLog] = placeOf(dataDir);
  if (shop === 'new') expect([log, old, oldLog]).toEqual([null, 'old', 'old log']);
  else {
    expect(shop).toBe('old');
    // Its log stands beside it, or waits where it goes with it.
    expect([log, oldLog]).toContain('old log');
  }
}

function exchange({ dataDir, file }: { dataDir: string; file: string }): void {
  beginExchange(dataDir, file, plan);
  carryOut(dataDir);
}

describe('an exchange of the shop’s file', () => {
  it('sets the old one aside with its log and leaves nothing else', () => {
    const place = aPlace();
    exchange(place);
    expect(placeOf(place.dataDir)).toEqual(['new', null, 'old', 'old log']);
    expect(readExchange(place.dataDir)).toMatchObject({ phase: 'forward', entry: plan.entry });
    endExchange(place.dataDir);
    expect(readdirSync(place.dataDir).sort()).toEqual(['backups', 'shop.sqlite']);
    expect(readdirSync(join(place.dataDir, 'backups')).sort()).toEqual([
      'set-aside.sqlite',
      'set-aside.sqlite-wal',
    ]);
  });

  it('keeps nothing of a place where nothing was', () => {
    const { dataDir, file } = aPlace();
    beginExchange(dataDir, file, { ...plan, keepAside: false });
    expect(carryOut(dataDir)).toBe('new');
    endExchange(dataDir);
    expect(placeOf(dataDir)).toEqual(['new', null, null, null]);
  });

  it('also takes the place of a file that is not there', () => {
    const dataDir = temporaryDirectory();
    writeFileSync(join(dataDir, 'scratch'), 'new');
    beginExchange(dataDir, join(dataDir, 'scratch'), { ...plan, keepAside: false });
    expect(carryOut(dataDir)).toBe('new');
    endExchange(dataDir);
    expect(readdirSync(dataDir).sort()).toEqual(['backups', 'shop.sqlite']);
  });

  it('that was carried out and not put on record is known as that, with the log of the new file', () => {
    const place = aPlace();
    exchange(place);
    writeFileSync(`${shopFile(place.dataDir)}-wal`, 'new log');
    expect(carryOut(place.dataDir)).toBe('new');
    expect(placeOf(place.dataDir)).toEqual(['new', 'new log', 'old', 'old log']);
  });

  it('that was never begun leaves a waiting file behind that is removed', () => {
    const { dataDir } = aPlace();
    writeFileSync(join(dataDir, '.shop.sqlite.next'), 'new');
    expect(carryOut(dataDir)).toBeNull();
    expect(readdirSync(dataDir).sort()).toEqual(['backups', 'shop.sqlite', 'shop.sqlite-wal']);
  });

  it('whose new file was lost is taken back', () => {
    const { dataDir, file } = aPlace({ withLog: false });
    beginExchange(dataDir, file, plan);
    for (let changes = 1; !existsSync(join(dataDir, aside)); changes += 1)
      cutAfter(changes, () => carryOut(dataDir));
    cutAfter(0, () => carryOut(dataDir));
    const { rmSync } = process.getBuiltinModule('node:fs');
    rmSync(join(dataDir, '.shop.sqlite.next'));
    expect(carryOut(dataDir)).toBe('old');
    expect(placeOf(dataDir)).toEqual(['old', null, null, null]);
  });

  it('is not begun when its journal cannot be put on the disk', () => {
    const { dataDir, file } = aPlace();
    power.flushes = false;
    power.journal = join(dataDir, 'backups', 'restore.json');
    expect(() => beginExchange(dataDir, file, plan)).toThrow('the disk failed');
    power.flushes = true;
    expect(carryOut(dataDir)).toBeNull();
    expect(placeOf(dataDir)).toEqual(['old', 'old log', null, null]);
  });

  it('is taken back whole when the new file does not open', () => {
    const place = aPlace();
    exchange(place);
    writeFileSync(`${shopFile(place.dataDir)}-wal`, 'new log');
    takeBack(place.dataDir);
    expect(placeOf(place.dataDir)).toEqual(['old', 'old log', null, null]);
    expect(readdirSync(place.dataDir).sort()).toEqual(['backups', 'shop.sqlite', 'shop.sqlite-wal']);
    expect(readExchange(place.dataDir)).toBeNull();
  });
});

describe.each([
  ['second names', true, true],
  ['copies', false, true],
  ['copies on another disk', false, false],
])('the power goes, where files are kept by %s', (_how, links, oneDisk) => {
  it('at any moment of an exchange and again while it is ended: the old shop or the new one is complete', () => {
    power.links = links;
    power.oneDisk = oneDisk;
    let ended = false;
    for (let first = 0; !ended; first += 1) {
      let endedAgain = false;
      for (let second = 0; !endedAgain; second += 1) {
        const place = aPlace();
        const { dataDir } = place;
        ended = cutAfter(first, () => exchange(place));
        expectOneOfThem(dataDir);
        endedAgain = cutAfter(second, () => carryOut(dataDir));
        expectOneOfThem(dataDir);
        const wasBegun = readExchange(dataDir) !== null;
        expect(carryOut(dataDir)).toBe(wasBegun ? 'new' : null);
        const expected = wasBegun ? ['new', null, 'old', 'old log'] : ['old', 'old log', null, null];
        expect(placeOf(dataDir)).toEqual(expected);
        expect(existsSync(join(dataDir, '.shop.sqlite.next'))).toBe(false);
      }
    }
    expect(ended).toBe(true);
  });

  it('at any moment of taking one back: the old shop is in place after the next start', () => {
    power.links = links;
    power.oneDisk = oneDisk;
    let ended = false;
    for (let changes = 0; !ended; changes += 1) {
      const place = aPlace();
      const { dataDir } = place;
      exchange(place);
      ended = cutAfter(changes, () => takeBack(dataDir));
      const isBegun = readExchange(dataDir)?.phase === 'back';
      if (isBegun) expect(carryOut(dataDir)).toBe('old');
      else if (!ended) takeBack(dataDir);
      expect(placeOf(dataDir)).toEqual(['old', 'old log', null, null]);
    }
  });
});
