import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BackupProblem, type MadeFile } from '#electron/backups/jobs.ts';
import {
  aCopyOfAShop,
  type BackupOptions,
  backUp,
  hashOfFile,
  openBackup,
} from '#tests/support/backup-of-shop.ts';
import { type Fault, type FileCall, failingFiles } from '#tests/support/failing-files.ts';
import { smallDisk } from '#tests/support/small-disk.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const passphrase = 'correct horse battery staple';
const isBackup = (name: string) => /^regulars-.*\.sqlite\.(zst|gz)(\.age)?$/.test(name);
const isPart = ({ path }: FileCall) => path.endsWith('.part');

interface Attempt {
  readonly made: MadeFile | null;
  /** What stopped it: the system's code, or why. */
  readonly why: string | null;
}

async function attempt(copy: string, target: string, options: BackupOptions): Promise<Attempt> {
  try {
    return { made: await backUp(copy, target, options), why: null };
  } catch (error) {
    if (error instanceof BackupProblem) return { made: null, why: error.why };
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { made: null, why: code };
  }
}

/** Everything in the target that is named like a backup must be one, byte for byte. */
async function expectNoFalseBackup(target: string, copyHash: string, locked: string | null): Promise<void> {
  for (const name of readdirSync(target).filter(isBackup)) {
    const opened = await openBackup(join(target, name), { passphrase: locked });
    expect(hashOfFile(opened.file)).toBe(copyHash);
  }
}

const codes = ['ENOSPC', 'EIO', 'EROFS', 'ENODEV'] as const;

describe('a file system that fails', () => {
  it.each([
    ['once, an open backup', null, false],
    ['once, a locked backup', passphrase, false],
    ['from then on, an open backup', null, true],
    ['from then on, a locked backup', passphrase, true],
  ] as const)('at any call %s: no false backup', async (_what, locked, lasting) => {
    const copy = await aCopyOfAShop();
    const copyHash = hashOfFile(copy);
    const target = temporaryDirectory();
    let calls = 0;
    for (; ; calls += 1) {
      const code = codes[calls % codes.length] ?? 'EIO';
      const failed: FileCall[] = [];
      const files = failingFiles((call) => {
        if (call.index !== calls && !(lasting && call.index > calls)) return null;
        failed.push(call);
        return { code };
      });
      const { made, why } = await attempt(copy, target, { passphrase: locked, files });
      const [first] = failed;
      if (!first) break;
      const where = `${code} at ${first.step} ${first.path}`;
      // Tidying up may fail without harm; every other failure is reported.
      if (first.step !== 'remove') expect([code, 'localDiskFull'], where).toContain(why);
      await expectNoFalseBackup(target, copyHash, locked);
      const left = readdirSync(target);
      if (made === null && !lasting) expect(left, where).toEqual([]);
      expect(hashOfFile(copy), where).toBe(copyHash);
      for (const name of left) rmSync(join(target, name));
    }
    expect(calls).toBeGreaterThan(20);
  });
});

const turned = (bytes: Uint8Array): Uint8Array => {
  const other = Uint8Array.from(bytes);
  const at = Math.floor(other.length / 2);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
};

describe('a file system that lies', () => {
  it.each<[string, (call: FileCall) => Fault | null]>([
    ['keeps another byte', (call) => (call.step === 'write' && isPart(call) ? { keeps: turned } : null)],
    [
      'keeps half of a write',
      (call) =>
        call.step === 'write' && isPart(call)
          ? { keeps: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)) }
          : null,
    ],
    ['gives another byte back', (call) => (call.step === 'read' && isPart(call) ? { gives: turned } : null)],
  ])('and %s is found out before the backup has its name', async (_what, faultOf) => {
    const copy = await aCopyOfAShop();
    for (const locked of [null, passphrase]) {
      const target = temporaryDirectory();
      const { why } = await attempt(copy, target, { passphrase: locked, files: failingFiles(faultOf) });
      expect(why).toBe('check');
      expect(readdirSync(target)).toEqual([]);
    }
  });

  it('where no checksum of the format looks is found out by the comparison', async () => {
    let isFirst = true;
    const files = failingFiles((call) => {
      if (call.step !== 'write' || !isPart(call) || !isFirst) return null;
      isFirst = false;
      // The date in the head of a gzip file: nothing but the hash of the whole notices it.
      return { keeps: (bytes) => bytes.map((byte, index) => (index === 4 ? byte ^ 1 : byte)) };
    });
    const target = temporaryDirectory();
    const { why } = await attempt(await aCopyOfAShop(), target, { files, compression: 'gzip' });
    expect(why).toBe('check');
    expect(readdirSync(target)).toEqual([]);
  });

  it('only when it is read for the second time is found out too', async () => {
    const copy = await aCopyOfAShop();
    const target = temporaryDirectory();
    let isReadBack = false;
    const files = failingFiles((call) =>
      isReadBack && call.step === 'read' && isPart(call) ? { gives: turned } : null,
    );
    const tell = ({ stage }: { readonly stage: string }) => {
      isReadBack = stage === 'prove';
    };
    for (const locked of [null, passphrase])
      expect((await attempt(copy, target, { files, tell, passphrase: locked })).why).toBe('check');
    expect(readdirSync(target)).toEqual([]);
  });
});

describe('a copy on this computer', () => {
  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['another byte', turned],
    ['less', (bytes) => bytes.subarray(1)],
    ['more', (bytes) => Buffer.concat([bytes, Buffer.alloc(1)])],
  ])('that gives %s when the backup is compared with it is no proof', async (_what, gives) => {
    const copy = await aCopyOfAShop();
    const target = temporaryDirectory();
    let isProving = false;
    const files = failingFiles((call) =>
      isProving && call.step === 'read' && call.path === copy ? { gives } : null,
    );
    const tell = ({ stage }: { readonly stage: string }) => {
      isProving = stage === 'prove';
    };
    for (const locked of [null, passphrase])
      expect((await attempt(copy, target, { files, tell, passphrase: locked })).why).toBe('check');
    expect(readdirSync(target)).toEqual([]);
  });
});

describe('a place', () => {
  it('that is write-protected, before or in the middle, keeps no false backup', async (context) => {
    const disk = smallDisk(context, 4_000);
    const copy = await aCopyOfAShop();
    disk.protect();
    expect((await attempt(copy, disk.path, {})).why).toBe('EROFS');
    disk.unprotect();
    expect(readdirSync(disk.path)).toEqual([]);
    const { why } = await attempt(copy, disk.path, {
      tell: ({ stage }) => {
        if (stage === 'prove') disk.protect();
      },
    });
    disk.unprotect();
    expect(why).toBe('EROFS');
    expect(readdirSync(disk.path).filter(isBackup)).toEqual([]);
    // What could not be taken away goes with the next backup.
    expect((await attempt(copy, disk.path, {})).made).not.toBeNull();
    expect(readdirSync(disk.path).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.each(['lock', 'write', 'readBack', 'prove'])(
    'that vanishes at the stage %s is said to be gone',
    async (at) => {
      const copy = await aCopyOfAShop();
      const target = join(temporaryDirectory(), 'stick');
      mkdirSync(target);
      const { why } = await attempt(copy, target, {
        passphrase,
        tell: ({ stage }) => {
          if (stage === at) rmSync(target, { recursive: true, force: true });
        },
      });
      expect(why).toBe('ENOENT');
      expect(existsSync(target)).toBe(false);
    },
  );
});

describe("this computer's own disk", () => {
  it('may be all but full: to prove a backup takes no room of it', async (context) => {
    const disk = smallDisk(context, 4_000);
    const copy = join(disk.path, 'copy.sqlite');
    copyFileSync(await aCopyOfAShop(), copy);
    const { bavail, bsize } = statfsSync(disk.path);
    // Room for what SQLite keeps beside an open file, and no more.
    writeFileSync(join(disk.path, 'filler'), Buffer.alloc(bavail * bsize - 96_000));
    expect(statSync(copy).size).toBeGreaterThan(96_000);
    const hash = hashOfFile(copy);
    const target = temporaryDirectory();
    const { made } = await attempt(copy, target, {});
    expect(hashOfFile((await openBackup(made?.file ?? '')).file)).toBe(hash);
    expect(readdirSync(disk.path).sort()).toEqual(['copy.sqlite', 'filler']);
    expect(hashOfFile(copy)).toBe(hash);
  });
});
