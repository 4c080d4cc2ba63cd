import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { BackupRefusal } from '#electron/backups/jobs.ts';
import { manifestFile } from '#electron/backups/manifest.ts';
import { aCopyOfAShop, backUp, hashOfFile, openBackup } from '#tests/support/backup-of-shop.ts';
import { rounds } from '#tests/support/rounds.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const passphrase = 'correct horse battery staple';

/** Kinds of backups that are damaged; the rounds are shared out among them. */
const kinds = [
  { name: 'zstd', compression: 'zstd', locked: false },
  { name: 'gzip', compression: 'gzip', locked: false },
  { name: 'zstd, locked', compression: 'zstd', locked: true },
  { name: 'gzip, locked', compression: 'gzip', locked: true },
] as const;

const each = rounds(250);

/** A seeded generator, so that a failing round can be made again from its number. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Damage {
  readonly what: 'flipped' | 'cut' | 'swapped' | 'zeroed';
  readonly bytes: Buffer;
  /** First byte that is not what it was. */
  readonly from: number;
}

/** A few bits turned over, as a worn stick does. */
function flipped(good: Buffer, roll: (below: number) => number): Buffer {
  const bytes = Buffer.from(good);
  for (let times = 1 + roll(3); times > 0; times -= 1) {
    // Headers and ends are short, and more happens there: they get every other hit.
    const at =
      [roll(good.length), roll(Math.min(200, good.length)), good.length - 1 - roll(20)][roll(3)] ?? 0;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << roll(8));
  }
  return bytes;
}

/** Two blocks in each other's place, as a file system without its last writes shows them. */
function swapped(good: Buffer, roll: (below: number) => number): Buffer {
  const size = [16, 512, 4096, 65_552][roll(4)] ?? 512;
  const blocks = Math.floor(good.length / size);
  if (blocks < 2) return Buffer.from(good);
  const [one, other] = [roll(blocks) * size, roll(blocks) * size];
  const bytes = Buffer.from(good);
  good.copy(bytes, one, other, other + size);
  good.copy(bytes, other, one, one + size);
  return bytes;
}

/** A sector that was never written. */
function zeroed(good: Buffer, roll: (below: number) => number): Buffer {
  const bytes = Buffer.from(good);
  const at = roll(good.length);
  bytes.fill(0, at, Math.min(bytes.length, at + 1 + roll(512)));
  return bytes;
}

/** One random damage; never none. */
function damage(good: Buffer, roll: (below: number) => number): Damage {
  const what = (['flipped', 'cut', 'swapped', 'zeroed'] as const)[roll(4)] ?? 'flipped';
  const make = { flipped, cut: () => good.subarray(0, roll(good.length)), swapped, zeroed };
  const bytes = make[what](good, roll);
  if (bytes.equals(good)) return damage(good, roll);
  const from = bytes.findIndex((byte, index) => byte !== good[index]);
  return { what, bytes, from: from === -1 ? bytes.length : from };
}

/** A copy of a shop with enough in it that does not compress for several blocks of every kind. */
async function aFullCopy(): Promise<string> {
  const copy = await aCopyOfAShop();
  const database = new BetterSqlite3(copy);
  const insert = database.prepare('INSERT INTO preferences (name, value) VALUES (?, ?)');
  for (let row = 0; row < 60; row += 1) insert.run(`filler ${row}`, randomBytes(3_000).toString('base64'));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  return copy;
}

type Outcome = BackupRefusal['why'] | 'identical' | 'different' | `unnamed: ${string}`;

/** What became of opening a damaged file. */
async function opening(file: string, locked: boolean, plainHash: string): Promise<Outcome> {
  try {
    const opened = await openBackup(file, { passphrase: locked ? passphrase : null });
    const same = hashOfFile(opened.file) === plainHash;
    rmSync(opened.file);
    return same ? 'identical' : 'different';
  } catch (error) {
    return error instanceof BackupRefusal ? error.why : `unnamed: ${String(error)}`;
  }
}

/** Where the part of a locked file ends that says which passphrase opens it: after the line with its seal. */
const headerEnd = (good: Buffer): number => good.indexOf('\n', good.indexOf('\n---') + 1) + 1;

/** What a damaged file may turn out to be when nothing beside it says what it should be. */
function allowedAlone({ what, from }: Damage, locked: boolean, good: Buffer): readonly Outcome[] {
  // Not a bit of the shop depends on it: the padding bits and flags nobody reads.
  if (!locked) return what === 'cut' ? ['truncated'] : ['damaged', 'truncated', 'identical'];
  // A changed salt is a lock for another passphrase: that is all a locked file can tell.
  const inHeader = from < headerEnd(good);
  return inHeader ? ['damaged', 'truncated', 'wrongPassphrase'] : ['damaged', 'truncated'];
}

/** The manifest knows the length and what has to come out; nothing but that very shop is taken from a changed file. */
function allowedBesideManifest({ what }: Damage, locked: boolean): readonly Outcome[] {
  if (what === 'cut') return ['truncated'];
  return locked ? ['damaged'] : ['damaged', 'identical'];
}

describe(`${each} random corruptions`, () => {
  it.each(kinds)('of a $name backup: none restores silently', async ({ compression, locked }) => {
    const copy = await aFullCopy();
    const plainHash = hashOfFile(copy);
    const target = temporaryDirectory();
    const { file } = await backUp(copy, target, { compression, passphrase: locked ? passphrase : null });
    const good = readFileSync(file);
    expect(good.length).toBeGreaterThan(2 * 65_552);
    expect(await opening(file, locked, plainHash)).toBe('identical');
    const manifest = readFileSync(manifestFile(file));

    for (let round = 0; round < each; round += 1) {
      const done = damage(good, dice(round));
      writeFileSync(file, done.bytes);
      // Every other one has lost its manifest too.
      const alone = round % 2 === 1;
      if (alone) rmSync(manifestFile(file), { force: true });
      else writeFileSync(manifestFile(file), manifest);
      const outcome = await opening(file, locked, plainHash);
      const allowed = (alone ? allowedAlone : allowedBesideManifest)(done, locked, good);
      expect(allowed, `round ${round}: ${done.what} from byte ${done.from}`).toContain(outcome);
    }
    expect(hashOfFile(copy)).toBe(plainHash);
  });
});

describe('a plain copy without checksums', () => {
  it('that is cut anywhere is refused, with the reason', async () => {
    const copy = await aFullCopy();
    const good = readFileSync(copy);
    const file = join(temporaryDirectory(), 'shop.sqlite');
    for (let round = 0; round < rounds(60); round += 1) {
      const length = dice(round)(round % 2 === 0 ? 120 : good.length);
      writeFileSync(file, good.subarray(0, length));
      const outcome = await opening(file, false, hashOfFile(copy));
      expect(outcome, `cut to ${length}`).toBe('truncated');
    }
  });
});

describe('a manifest with one wrong bit', () => {
  it('does not keep anybody from a backup that is whole', async () => {
    const copy = await aCopyOfAShop();
    const plainHash = hashOfFile(copy);
    const { file } = await backUp(copy, temporaryDirectory(), { passphrase });
    const good = readFileSync(manifestFile(file));
    for (let round = 0; round < rounds(80); round += 1) {
      const roll = dice(round);
      const bytes = Buffer.from(good);
      const at = roll(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << roll(8));
      writeFileSync(manifestFile(file), bytes);
      expect(await opening(file, true, plainHash), `byte ${at}`).toBe('identical');
    }
  });
});
