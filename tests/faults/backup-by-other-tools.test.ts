import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { manifestFile } from '#electron/backups/manifest.ts';
import { type Files, systemFiles } from '#electron/platform/files.ts';
import { aCopyOfAShop, backUp, hashOfFile, openBackup } from '#tests/support/backup-of-shop.ts';
import { skipBecause } from '#tests/support/skip-because.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

/** What the storage said, under whatever name the program gives it. */
function reasonOf(result: unknown): unknown {
  if (!(result instanceof Error)) return 'no error';
  const { cause } = result;
  if ('code' in result) return result.code;
  return cause instanceof Error && 'code' in cause ? cause.code : result.message;
}

describe('a backup on a slow disk', () => {
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
});

describe('a backup in a folder', () => {
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
