import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskSpace } from '#electron/platform/disk-space.ts';
import { smallDisk } from '#tests/support/small-disk.ts';

describe('the room on a disk', () => {
  it('is what can still be written there', async (context) => {
    const disk = smallDisk(context, 1024);
    expect(await diskSpace(disk.path)).toEqual({ freeBytes: 1024 * 1024, totalBytes: 1024 * 1024 });
    writeFileSync(join(disk.path, 'a'), Buffer.alloc(100_000));
    const { freeBytes } = (await diskSpace(disk.path)) ?? { freeBytes: 0 };
    expect(freeBytes).toBeLessThanOrEqual(1024 * 1024 - 100_000);
  });

  it('is not known of what is not there', async () => expect(await diskSpace('/nowhere/at/all')).toBeNull());
});
