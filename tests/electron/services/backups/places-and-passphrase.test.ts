import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  recoverySheet,
  setPassphrase,
  suggestPassphrase,
  testPassphrase,
} from '#electron/services/backups/passphrase.ts';
import { addFolder, backupPlaces, removeFolder } from '#electron/services/backups/places.ts';
import { passphraseStrength } from '#shared/domain/backup/passphrase-strength.ts';
import { aBackupShop } from '#tests/support/backup-shop.ts';
import { smallDisk } from '#tests/support/small-disk.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

// Each test starts threads of its own, which takes long on a busy computer.
describe('places', () => {
  it('are sticks, then folders, each in its state', async () => {
    const { safety, stick, unplug } = await aBackupShop();
    const folder = join(temporaryDirectory(), 'backups of the shop');
    mkdirSync(folder);
    await addFolder(safety, folder);
    await addFolder(safety, folder);
    expect(await backupPlaces(safety, 1)).toMatchObject([
      { id: stick, kind: 'stick', label: 'BACKUP', state: 'ready', pluggedSince: expect.any(Number) },
      { id: folder, kind: 'folder', label: 'backups of the shop', state: 'ready', pluggedSince: null },
    ]);
    expect(readdirSync(folder)).toEqual([]);
    expect(await backupPlaces(safety, 1e15)).toMatchObject([{ state: 'full' }, { state: 'full' }]);
    rmSync(folder, { recursive: true });
    await unplug();
    expect(await backupPlaces(safety, 1)).toMatchObject([{ state: 'missing', freeBytes: null }]);
    removeFolder(safety, folder);
    expect(await backupPlaces(safety, 1)).toEqual([]);
  });

  it('that are write-protected say so, and cannot be added', async (context) => {
    const { safety, plug } = await aBackupShop();
    const disk = smallDisk(context, 1024);
    disk.protect();
    await plug(disk.path, 'LOCKED');
    expect(await backupPlaces(safety, 1)).toMatchObject([{ label: 'LOCKED', state: 'readOnly' }]);
    await expect(addFolder(safety, disk.path)).rejects.toMatchObject({ code: 'InvalidValue' });
  });

  it.each(['nowhere', 'a-file', '../relative'])('%s is none', async (name) => {
    const { safety } = await aBackupShop();
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'a-file'), '');
    const path = name.startsWith('..') ? name : join(directory, name);
    await expect(addFolder(safety, path)).rejects.toMatchObject({
      code: 'InvalidValue',
      data: { field: 'path' },
    });
  });
});

describe('the passphrase', () => {
  it('can be set, tried, printed and taken away', async () => {
    const { open, safety, shop } = await aBackupShop();
    expect(testPassphrase(safety, '')).toEqual({ right: false });
    setPassphrase(safety, { passphrase: 'a\u0308pple river candle', hint: 'the old house' });
    expect(testPassphrase(safety, 'äpple river candle')).toEqual({ right: true });
    expect(testPassphrase(safety, 'äpple river')).toEqual({ right: false });
    expect(recoverySheet(open.ctx, safety)).toEqual({
      passphrase: 'äpple river candle',
      hint: 'the old house',
      shop: 'Corner',
      setAt: shop.clock.now(),
    });
    setPassphrase(safety, { passphrase: null, hint: '' });
    expect(recoverySheet(open.ctx, safety)).toEqual({
      passphrase: null,
      hint: '',
      shop: 'Corner',
      setAt: null,
    });
  });

  it.each([
    ['seven77', '', 'passphrase'],
    [' river candle museum', '', 'passphrase'],
    ['river\ncandle museum', '', 'passphrase'],
    ['river candle museum', 'it is: River candle museum', 'hint'],
  ])('%j with the hint %j is refused', async (passphrase, hint, field) => {
    const { safety } = await aBackupShop();
    const set = () => setPassphrase(safety, { passphrase, hint });
    expect(set).toThrow(expect.objectContaining({ code: 'InvalidValue', data: { field } }));
    expect(safety.record.settings().passphrase).toBeNull();
  });

  it('that is suggested is strong and never the same', () => {
    const suggested = Array.from({ length: 20 }, () => suggestPassphrase().passphrase);
    expect(new Set(suggested).size).toBe(20);
    // A word that comes twice would count less; that is one in hundreds.
    expect(suggested.filter((one) => passphraseStrength(one) === 'strong').length).toBeGreaterThan(15);
  });
});
