import { describe, expect, it, onTestFinished } from 'vitest';
import { type Drive, type DriveWatchOptions, isTakenAlong, watchDrives } from '#electron/platform/drives.ts';
import { FakeClock } from '#tests/support/shop.ts';

const stick: Drive = { path: '/media/anna/BACKUP', label: 'BACKUP' };
const other: Drive = { path: '/media/anna/OTHER', label: 'OTHER' };

function watched(options: DriveWatchOptions = {}, first: readonly Drive[] = []) {
  const clock = new FakeClock(1_000);
  const plugged: Drive[] = [...first];
  const came: string[] = [];
  const watch = watchDrives({ everyMs: 100_000, clock, list: async () => [...plugged], ...options });
  onTestFinished(() => watch.close());
  watch.onPlugged((drive) => came.push(drive.label));
  return { watch, clock, plugged, came };
}

describe('the drives', () => {
  it('are seen with the moment at which they came, and tell of those that come later', async () => {
    const { watch, clock, plugged, came } = watched({}, [stick]);
    await watch.look();
    clock.set(2_000);
    plugged.push(other);
    expect(await watch.look()).toEqual([
      { ...stick, pluggedSince: 1_000 },
      { ...other, pluggedSince: 2_000 },
    ]);
    expect(came).toEqual(['OTHER']);
  });

  it('that come back count anew, also another one at the same path', async () => {
    const { watch, clock, plugged, came } = watched();
    await watch.look();
    plugged.push(stick);
    await watch.look();
    plugged.pop();
    expect(await watch.look()).toEqual([]);
    clock.set(3_000);
    plugged.push(stick);
    await watch.look();
    plugged.splice(0, 1, { ...stick, label: 'SECOND' });
    clock.set(4_000);
    expect(await watch.look()).toEqual([{ ...stick, label: 'SECOND', pluggedSince: 4_000 }]);
    expect(came).toEqual(['BACKUP', 'BACKUP', 'SECOND']);
  });

  it('stay as they were while the system does not answer', async () => {
    let fails = false;
    const list = async () => {
      if (fails) throw new Error('lsblk is not there');
      return [stick];
    };
    const { watch } = watched({ list });
    await watch.look();
    fails = true;
    expect(await watch.look()).toHaveLength(1);
  });

  it('are looked at by itself, one look at a time', async () => {
    let looks = 0;
    let atOnce = 0;
    const list = async () => {
      looks += 1;
      atOnce += 1;
      expect(atOnce).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      atOnce -= 1;
      return [];
    };
    watched({ list, everyMs: 5 });
    await expect.poll(() => looks).toBeGreaterThan(2);
  });

  it('of this computer can be asked for', async () => {
    const watch = watchDrives({ everyMs: 100_000 });
    onTestFinished(() => watch.close());
    for (const drive of await watch.look()) expect(drive.path).not.toBe('/');
  });
});

describe('a device that is taken along', () => {
  const device = { mount: '/media/anna/X', removable: true, protocol: 'usb', type: 'part', fsType: 'vfat' };
  it.each([
    ['a stick', {}, true],
    ['a disk on a cable', { removable: false }, true],
    ['a card that the desktop mounted', { removable: false, protocol: '' }, true],
    ['a stick on Windows', { mount: 'E:', protocol: '' }, true],
    ['one that is not mounted', { mount: '' }, false],
    ['the system itself on a stick', { mount: '/' }, false],
    ['its boot part', { mount: '/boot/efi' }, false],
    ['swap', { mount: '[SWAP]' }, false],
    ['a disc', { type: 'rom', fsType: 'iso9660' }, false],
    ['a package mounted as a disk', { mount: '/snap/core', fsType: 'squashfs' }, false],
    ['the disk inside', { mount: '/home', removable: false, protocol: 'nvme' }, false],
  ])('%s', (_what, fields, expected) => expect(isTakenAlong({ ...device, ...fields })).toBe(expected));
});
