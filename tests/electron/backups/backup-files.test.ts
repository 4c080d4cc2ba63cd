import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BackupRefusal } from '#electron/backups/jobs.ts';
import { manifestFile } from '#electron/backups/manifest.ts';
import { proveShopFile } from '#electron/backups/prove-shop.ts';
import {
  aCopyOfAShop,
  type BackupOptions,
  backUp,
  hashOfFile,
  openBackup,
} from '#tests/support/backup-of-shop.ts';
import { aShop } from '#tests/support/shop.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const never = new AbortController().signal;
const quiet = () => undefined;

/** A shop's copy, and its backup in a folder of its own. */
async function aBackup(options: BackupOptions = {}) {
  const copy = await aCopyOfAShop();
  const target = temporaryDirectory();
  const { file } = await backUp(copy, target, options);
  return { copy, target, file };
}

async function whyOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof BackupRefusal ? error.why : `no refusal: ${String(error)}`;
}

describe('a backup', () => {
  it.each([
    ['zstd', undefined, '.sqlite.zst'],
    ['gzip', undefined, '.sqlite.gz'],
    ['zstd', 'correct horse', '.sqlite.zst.age'],
    ['gzip', 'correct horse', '.sqlite.gz.age'],
  ] as const)(
    'compressed with %s, passphrase %s, comes back byte for byte',
    async (compression, passphrase, ending) => {
      const { file, copy, target } = await aBackup({ compression, passphrase: passphrase ?? null });
      expect(file.endsWith(`regulars-cafe-20260101-120000${ending}`)).toBe(true);
      expect(readdirSync(target).sort()).toEqual(
        [file, manifestFile(file)].map((path) => path.slice(target.length + 1)).sort(),
      );
      const opened = await openBackup(file, { passphrase: passphrase ?? null });
      expect(hashOfFile(opened.file)).toBe(hashOfFile(copy));
      expect(opened).toMatchObject({
        currency: 'EUR',
        counts: { customers: 0, visits: 0, newestVisitAt: null },
      });
      expect(opened.manifest).toMatchObject({
        encrypted: passphrase !== undefined,
        hint: passphrase ? 'the dog' : '',
        sha256: hashOfFile(file),
      });
      expect(await proveShopFile(opened.file, quiet, never)).toEqual(
        ['integrity', 'references', 'summaries', 'balances', 'closes'].map((name) => ({ name, sound: true })),
      );
    },
  );

  it.each([
    ['composed', 'NFC', 'NFD'],
    ['decomposed, as elsewhere', 'NFD', 'NFD'],
  ] as const)('locked with letters %s opens with them typed decomposed', async (_how, locked, typed) => {
    const passphrase = 'hyvää yötä Åke';
    const { file, copy } = await aBackup({ passphrase: passphrase.normalize(locked) });
    const opened = await openBackup(file, { passphrase: passphrase.normalize(typed) });
    expect(hashOfFile(opened.file)).toBe(hashOfFile(copy));
  });

  it('opens without its manifest, and a manifest that cannot be read is none', async () => {
    const { file, copy } = await aBackup({ passphrase: 'correct horse' });
    writeFileSync(manifestFile(file), '{');
    expect(hashOfFile((await openBackup(file, { passphrase: 'correct horse' })).file)).toBe(hashOfFile(copy));
    rmSync(manifestFile(file));
    expect(hashOfFile((await openBackup(file, { passphrase: 'correct horse' })).file)).toBe(hashOfFile(copy));
  });

  it('that is a plain file opens with what still stands in its log', async () => {
    const shop = await aShop();
    const plain = join(temporaryDirectory(), 'shop.sqlite');
    shop.database.writer.exec("UPDATE shop SET name = 'Written last'");
    const source = join(shop.directory, 'shop.sqlite');
    copyFileSync(source, plain);
    copyFileSync(`${source}-wal`, `${plain}-wal`);
    expect((await openBackup(plain)).shopName).toBe('Written last');
  });

  it('names the reason why it cannot be opened', async () => {
    const { file, copy } = await aBackup({ passphrase: 'correct horse' });
    expect(await whyOf(openBackup(file))).toBe('passphraseNeeded');
    expect(await whyOf(openBackup(file, { passphrase: 'correct hose' }))).toBe('wrongPassphrase');
    expect(await whyOf(openBackup(`${file}x`, { passphrase: 'correct horse' }))).toBe('gone');
    expect(await whyOf(openBackup(file, { passphrase: 'correct horse', newest: 1 }))).toBe('newerSchema');
    expect(await whyOf(openBackup(copy, { newest: 1 }))).toBe('newerSchema');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length - 20));
    expect(await whyOf(openBackup(file, { passphrase: 'correct horse' }))).toBe('truncated');
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await whyOf(openBackup(file, { passphrase: 'correct horse' }))).toBe('damaged');
    rmSync(manifestFile(file));
    expect(await whyOf(openBackup(file, { passphrase: 'correct horse' }))).toBe('damaged');
  });

  it('is no backup when it is something else', async () => {
    const folder = temporaryDirectory();
    writeFileSync(join(folder, 'letter.txt'), 'Dear customers, we are closed on Monday. With kind regards.');
    expect(await whyOf(openBackup(join(folder, 'letter.txt')))).toBe('notABackup');
    writeFileSync(join(folder, 'empty.sqlite.zst'), '');
    expect(await whyOf(openBackup(join(folder, 'empty.sqlite.zst')))).toBe('truncated');
  });

  it.each(['zstd', 'gzip'] as const)(
    '%s without a manifest that lost its end says so',
    async (compression) => {
      const { file } = await aBackup({ compression });
      rmSync(manifestFile(file));
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
      expect(await whyOf(openBackup(file))).toBe('truncated');
    },
  );

  it('that is stopped leaves nothing', async () => {
    const { copy } = await aBackup();
    for (const at of ['check', 'lock', 'write', 'readBack', 'prove'] as const) {
      const target = temporaryDirectory();
      const stop = new AbortController();
      const making = backUp(copy, target, {
        signal: stop.signal,
        tell: ({ stage }) => {
          if (stage === at) stop.abort(new Error('stopped by the reader'));
        },
      });
      await expect(making).rejects.toThrow();
      expect(readdirSync(target), at).toEqual([]);
    }
    expect(statSync(copy).size).toBeGreaterThan(0);
  });
});
