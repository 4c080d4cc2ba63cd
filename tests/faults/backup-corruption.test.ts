import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BackupRefusal } from '#electron/backups/jobs.ts';
import { manifestFile } from '#electron/backups/manifest.ts';
import { aCopyOfAShop, backUp, hashOfFile, openBackup } from '#tests/support/backup-of-shop.ts';
import { rounds } from '#tests/support/rounds.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const passphrase = 'correct horse battery staple';
const random = (below: number) => Math.floor(Math.random() * below);

/** One way in which a stick gives back other bytes than it was given. */
type Harm = (bytes: Buffer) => { readonly bytes: Buffer; readonly what: string };

const flipBits: Harm = (bytes) => {
  const harmed = Buffer.from(bytes);
  const places = Array.from({ length: 1 + random(4) }, () => random(bytes.length * 8));
  for (const bit of places) harmed[bit >> 3] = (harmed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return { bytes: harmed, what: `bits ${places.join(', ')} flipped` };
};

const cutOff: Harm = (bytes) => {
  const length = random(bytes.length);
  return { bytes: bytes.subarray(0, length), what: `cut to ${length} of ${bytes.length} bytes` };
};

const swapBlocks: Harm = (bytes) => {
  const size = [16, 512, 4096][random(3)] ?? 512;
  const blocks = Math.max(2, Math.floor(bytes.length / size));
  const [a, b] = [random(blocks) * size, random(blocks) * size];
  const harmed = Buffer.from(bytes);
  bytes.copy(harmed, a, b, Math.min(b + size, bytes.length));
  bytes.copy(harmed, b, a, Math.min(a + size, bytes.length));
  return { bytes: harmed, what: `blocks of ${size} at ${a} and ${b} swapped` };
};

const zeroBlock: Harm = (bytes) => {
  const [start, size] = [random(bytes.length), 1 + random(4096)];
  const harmed = Buffer.from(bytes);
  harmed.fill(0, start, Math.min(start + size, bytes.length));
  return { bytes: harmed, what: `${size} bytes at ${start} are zero` };
};

const harms = [flipBits, cutOff, swapBlocks, zeroBlock];

/** Reasons that are true of a file that was harmed, with a manifest that says what it should be. */
const rightReasons = new Set(['damaged', 'truncated']);
/** Without one a harmed beginning looks like another file, and a harmed lock like another passphrase. */
const reasonsWithoutManifest = new Set([...rightReasons, 'wrongPassphrase', 'notABackup']);

describe.each([
  ['plain', null, true],
  ['locked', passphrase, true],
  ['plain, without its manifest', null, false],
  ['locked, without its manifest', passphrase, false],
] as const)('a %s backup that was harmed', (_name, secret, withManifest) => {
  it(
    'is never restored silently: it is refused with the right reason, or gives back the very same shop',
    async () => {
      const copy = await aCopyOfAShop();
      const hash = hashOfFile(copy);
      const { file } = await backUp(copy, temporaryDirectory(), { passphrase: secret });
      if (!withManifest) rmSync(manifestFile(file));
      const whole = readFileSync(file);
      const into = join(temporaryDirectory(), 'opened.sqlite');
      let refused = 0;
      for (let round = 0; round < rounds(250); round += 1) {
        const harm = harms[round % harms.length] ?? flipBits;
        const { bytes, what } = harm(whole);
        writeFileSync(file, bytes);
        try {
          const opened = await openBackup(file, { passphrase: secret, into });
          expect(hashOfFile(opened.file), what).toBe(hash);
          rmSync(opened.file);
        } catch (error) {
          if (!(error instanceof BackupRefusal)) throw error;
          refused += 1;
          const reasons = withManifest ? rightReasons : reasonsWithoutManifest;
          expect([...reasons], `${what}: ${error.why}`).toContain(error.why);
        }
      }
      // Blocks that are swapped with themselves, and zeros where zeros were, harm nothing; nearly all others do.
      expect(refused).toBeGreaterThan(rounds(250) * 0.8);
    },
    rounds(120_000),
  );
});
