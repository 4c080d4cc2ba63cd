import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { skipBecause } from './skip-because.ts';

/** A disk of its own that can be filled and write-protected without harm. */
export interface SmallDisk {
  readonly path: string;
  readonly protect: () => void;
  readonly unprotect: () => void;
}

/**
 * Mounts an empty disk of so many kilobytes in memory for the running test, which is left out where that is
 * not allowed: it takes Linux and root.
 */
export function smallDisk(context: TestContext, kilobytes: number): SmallDisk {
  if (process.platform !== 'linux') skipBecause(context, 'only Linux can mount a small disk for a test');
  if (process.getuid?.() !== 0) skipBecause(context, 'mounting a small disk takes root');
  const path = mkdtempSync(join(tmpdir(), 'regulars-disk-'));
  const mounted = mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path);
  if (mounted !== null) {
    rmdirSync(path);
    skipBecause(context, `a small disk cannot be mounted here: ${mounted}`);
  }
  onTestFinished(() => {
    spawnSync('umount', ['--lazy', path]);
    rmdirSync(path);
  });
  const remount = (mode: 'ro' | 'rw') => {
    const refused = mount('-o', `remount,${mode}`, path);
    if (refused !== null) throw new Error(`the disk cannot be made ${mode}: ${refused}`);
  };
  return { path, protect: () => remount('ro'), unprotect: () => remount('rw') };
}

/** Null when it worked, else what `mount` said. */
function mount(...args: string[]): string | null {
  const result = spawnSync('mount', args, { encoding: 'utf8' });
  if (result.status === 0) return null;
  return (result.stderr ?? result.error?.message ?? '').trim() || `mount ended with ${result.status}`;
}
