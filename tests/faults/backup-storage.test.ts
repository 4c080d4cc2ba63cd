import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { BackupProblem } from '#electron/backups/jobs.ts';
import { manifestFile } from '#electron/backups/manifest.ts';
import { type Files, systemFiles, type WritableFile } from '#electron/platform/files.ts';
import { aCopyOfAShop, backUp, hashOfFile, openBackup } from '#tests/support/backup-of-shop.ts';
import { skipBecause } from '#tests/support/skip-because.ts';
import { smallDisk } from '#tests/support/small-disk.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

type Operation = 'create' | 'write' | 'sync' | 'close' | 'rename' | 'remove' | 'syncFolder' | 'read' | 'size';

/** What happens at an operation: an error, or nothing. `count` is how often it was done before. */
type Fault = (operation: Operation, count: number, path: string) => Error | null;

const systemError = (code: string) => Object.assign(new Error(`${code}: the storage says no`), { code });

/** The file system, with a fault below the program. */
function faulty(fault: Fault): Files {
  const counts = new Map<Operation, number>();
  const pass = (operation: Operation, path: string): void => {
    const count = counts.get(operation) ?? 0;
    counts.set(operation, count + 1);
    const error = fault(operation, count, path);
    if (error) throw error;
  };
  const file = (path: string, own: WritableFile): WritableFile => ({
    write: async (bytes) => {
      pass('write', path);
      return own.write(bytes);
    },
    sync: async () => {
      pass('sync', path);
      await own.sync();
    },
    close: async () => {
      await own.close();
      pass('close', path);
    },
  });
  return {
    ...systemFiles,
    create: async (path) => {
      pass('create', path);
      return file(path, await systemFiles.create(path));
    },
    async *read(path) {
      for await (const chunk of systemFiles.read(path)) {
        pass('read', path);
        yield chunk;
      }
    },
    size: async (path) => {
      pass('size', path);
      return systemFiles.size(path);
    },
    rename: async (from, to) => {
      pass('rename', to);
      await systemFiles.rename(from, to);
    },
    remove: async (path) => {
      pass('remove', path);
      await systemFiles.remove(path);
    },
    syncFolder: async (path) => {
      pass('syncFolder', path);
      await systemFiles.syncFolder(path);
    },
  };
}

/** What the storage said, under whatever name the program gives it. */
function reasonOf(result: unknown): unknown {
  if (!(result instanceof Error)) return 'no error';
  const { cause } = result;
  if ('code' in result) return result.code;
  return cause instanceof Error && 'code' in cause ? cause.code : result.message;
}

/** Files that look like backups: everything that does not hide. */
const shown = (directory: string) => readdirSync(directory).filter((name) => !name.startsWith('.'));

/** Nothing in the folder pretends to be a backup that it is not, and the copy is as it was. */
async function expectNoFalseBackup(directory: string, copy: string, hash: string): Promise<void> {
  for (const name of shown(directory).filter((one) => !one.endsWith('.manifest.json'))) {
    const opened = await openBackup(join(directory, name));
    expect(hashOfFile(opened.file), name).toBe(hash);
  }
  expect(hashOfFile(copy)).toBe(hash);
}

const operations = ['create', 'write', 'sync', 'close', 'rename', 'syncFolder', 'read'] as const;

describe('a backup on storage that fails', () => {
  it('says so, whichever operation fails and however often it worked before, and leaves no false backup', async () => {
    const copy = await aCopyOfAShop();
    const hash = hashOfFile(copy);
    let failures = 0;
    for (const operation of operations) {
      for (const code of ['ENOSPC', 'EIO', 'EROFS']) {
        for (let after = 0; ; after += 1) {
          const directory = temporaryDirectory();
          let fired = false;
          const files = faulty((done, count) => {
            if (done !== operation || count !== after) return null;
            fired = true;
            return systemError(code);
          });
          const result = await backUp(copy, directory, { files }).catch((error: unknown) => error);
          if (!fired) {
            expect(result, `${operation} ${after}`).toMatchObject({ counts: { customers: 0 } });
            break;
          }
          failures += 1;
          expect(reasonOf(result), `${operation} ${after}`).toBe(code);
          expect(readdirSync(directory), `${operation} ${after}`).toEqual([]);
          await expectNoFalseBackup(directory, copy, hash);
        }
      }
    }
    expect(failures).toBeGreaterThan(40);
  });

  it('that vanishes in the middle, so that nothing can be removed either, holds no false backup', async () => {
    const copy = await aCopyOfAShop();
    const hash = hashOfFile(copy);
    for (let after = 0; after < 40; after += 1) {
      const directory = temporaryDirectory();
      let done = 0;
      const files = faulty((_operation, _count, path) => {
        if (!path.startsWith(directory)) return null;
        done += 1;
        if (done <= after) return null;
        return systemError('ENODEV');
      });
      const result = await backUp(copy, directory, { files }).catch((error: unknown) => error);
      // Once it has its name and its manifest it is one, whatever happens to the stick afterwards.
      if (result instanceof Error) expect(reasonOf(result), `after ${after}`).toBe('ENODEV');
      else expect(shown(directory), `after ${after}`).toHaveLength(2);
      await expectNoFalseBackup(directory, copy, hash);
    }
  });

  it('that takes only some bytes at once gets all of them', async () => {
    const copy = await aCopyOfAShop();
    const files: Files = {
      ...systemFiles,
      create: async (path) => {
        const own = await systemFiles.create(path);
        return { ...own, write: (bytes) => own.write(bytes.subarray(0, 1 + (bytes.byteLength >> 1))) };
      },
    };
    const { file } = await backUp(copy, temporaryDirectory(), { files, passphrase: 'correct horse' });
    expect(hashOfFile((await openBackup(file, { passphrase: 'correct horse' })).file)).toBe(hashOfFile(copy));
  });

  it('that takes no bytes and reports nothing is not asked for ever', async () => {
    const copy = await aCopyOfAShop();
    const directory = temporaryDirectory();
    const files: Files = {
      ...systemFiles,
      create: async (path) => ({ ...(await systemFiles.create(path)), write: async () => 0 }),
    };
    await expect(backUp(copy, directory, { files }).catch(reasonOf)).resolves.toBe('EIO');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('that gives back other bytes than it was given is found out', async () => {
    const copy = await aCopyOfAShop();
    for (const passphrase of [null, 'correct horse']) {
      const directory = temporaryDirectory();
      const files: Files = {
        ...systemFiles,
        async *read(path) {
          for await (const chunk of systemFiles.read(path)) {
            const given = Buffer.from(chunk);
            if (path.startsWith(directory)) given[7] = (given[7] ?? 0) ^ 1;
            yield given;
          }
        },
      };
      const failed = await backUp(copy, directory, { files, passphrase }).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(BackupProblem);
      expect(failed).toMatchObject({ why: 'check' });
      expect(readdirSync(directory)).toEqual([]);
    }
  });
});

describe('a backup on a real disk', () => {
  it('that is full, or write-protected, leaves nothing there', async (context) => {
    const disk = smallDisk(context, 48);
    const copy = await aCopyOfAShop();
    await expect(backUp(copy, disk.path).catch(reasonOf)).resolves.toBe('ENOSPC');
    expect(readdirSync(disk.path)).toEqual([]);
    disk.protect();
    await expect(backUp(copy, disk.path).catch(reasonOf)).resolves.toBe('EROFS');
    expect(readdirSync(disk.path)).toEqual([]);
  });

  it('whose names may not be so long, or that is not there, is told apart', async () => {
    const copy = await aCopyOfAShop();
    const directory = join(temporaryDirectory(), 'gone');
    await expect(backUp(copy, directory).catch(reasonOf)).resolves.toBe('ENOENT');
    mkdirSync(directory);
    const long = backUp(copy, directory, { name: 'n'.repeat(250) });
    await expect(long.catch(reasonOf)).resolves.toBe('ENAMETOOLONG');
    expect(readdirSync(directory)).toEqual([]);
  });
});

/** Skips the test, by name and with the reason, where a tool is not installed. */
function needTool(context: TestContext, tool: string, ...args: string[]): void {
  if (spawnSync(tool, args).error) skipBecause(context, `the command ${tool} is not installed here`);
}

/** `age -d` asks the terminal for the passphrase, so it gets one. */
async function unlockWithAge(file: string, into: string, passphrase: string): Promise<void> {
  const child = spawn('script', ['-qec', `age -d -o '${into}' '${file}'`, '/dev/null']);
  child.stdout.on('data', (said: Buffer) => {
    if (/passphrase/i.test(said.toString())) child.stdin.write(`${passphrase}\n`);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`age ended with ${code}`);
}

describe('a backup without Regulars', () => {
  it('is opened by age and zstd, and is the shop', async (context) => {
    needTool(context, 'age', '--version');
    needTool(context, 'zstd', '--version');
    needTool(context, 'script', '--version');
    const copy = await aCopyOfAShop();
    const { file } = await backUp(copy, temporaryDirectory(), { passphrase: 'correct horse battery staple' });
    const folder = temporaryDirectory();
    const [compressed, plain] = [join(folder, 'shop.sqlite.zst'), join(folder, 'shop.sqlite')];
    await unlockWithAge(file, compressed, 'correct horse battery staple');
    expect(spawnSync('zstd', ['-q', '-d', compressed, '-o', plain]).status).toBe(0);
    expect(readFileSync(plain).equals(readFileSync(copy))).toBe(true);
    await expect(unlockWithAge(file, join(folder, 'other'), 'correct hose')).rejects.toThrow();
  });

  it('that is not locked is opened by gzip where it was made without zstd', async (context) => {
    needTool(context, 'gzip', '--version');
    const copy = await aCopyOfAShop();
    const { file } = await backUp(copy, temporaryDirectory(), { compression: 'gzip' });
    rmSync(manifestFile(file));
    const plain = spawnSync('gzip', ['-dc', file], { maxBuffer: 64 * 1024 * 1024 });
    expect(plain.stdout.equals(readFileSync(copy))).toBe(true);
  });
});
