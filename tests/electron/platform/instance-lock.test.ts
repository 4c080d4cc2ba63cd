import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeInstanceLock } from '#electron/platform/instance-lock.ts';
import { projectRoot } from '#tests/support/project-root.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

/** Another process that takes the lock, says so, and sits there until it is killed. */
async function holderProcess(dataDir: string): Promise<ChildProcess> {
  const script = `
    import { takeInstanceLock } from '#electron/platform/instance-lock.ts';
    const lock = takeInstanceLock(${JSON.stringify(dataDir)});
    if (lock.kind === 'held') lock.announce({ pid: process.pid, host: 'browser', url: 'http://127.0.0.1:4747/' });
    console.log(lock.kind);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: projectRoot });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString().trim()).toBe('held');
  return child;
}

describe('the instance lock', () => {
  it('is held by one and refused to a second, which learns who holds it', () => {
    const directory = temporaryDirectory();
    const first = takeInstanceLock(directory);
    if (first.kind !== 'held') throw new Error(first.kind);
    expect(takeInstanceLock(directory)).toEqual({ kind: 'taken', holder: null });

    const info = { pid: 1, host: 'desktop', url: null } as const;
    first.announce(info);
    expect(takeInstanceLock(directory)).toEqual({ kind: 'taken', holder: info });

    first.release();
    first.release();
    const second = takeInstanceLock(directory);
    expect(second.kind).toBe('held');
    if (second.kind === 'held') second.release();
  });

  it('holds across processes and is free again after a kill', async () => {
    const directory = temporaryDirectory();
    const child = await holderProcess(directory);
    expect(takeInstanceLock(directory)).toEqual({
      kind: 'taken',
      holder: { pid: child.pid, host: 'browser', url: 'http://127.0.0.1:4747/' },
    });

    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = takeInstanceLock(directory);
    expect(lock.kind).toBe('held');
    // The dead one's name must not be shown while we have not said ours.
    expect(takeInstanceLock(directory)).toEqual({ kind: 'taken', holder: null });
    if (lock.kind === 'held') lock.release();
  });

  it('makes the directory when it is not there', () => {
    const directory = join(temporaryDirectory(), 'new', 'shop');
    const lock = takeInstanceLock(directory);
    expect(lock.kind).toBe('held');
    expect(existsSync(directory)).toBe(true);
    if (lock.kind === 'held') lock.release();
  });

  it('says that it cannot be taken where nothing can be written', () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    expect(takeInstanceLock(join(file, 'shop')).kind).toBe('unavailable');
  });

  it('does not believe a spoilt note about the holder', () => {
    const directory = temporaryDirectory();
    const lock = takeInstanceLock(directory);
    for (const spoilt of ['', '{', '[]', '{"pid":"x","host":"browser"}', '{"pid":1,"host":"moon"}']) {
      writeFileSync(join(directory, 'regulars.lock.json'), spoilt);
      expect(takeInstanceLock(directory)).toEqual({ kind: 'taken', holder: null });
    }
    if (lock.kind === 'held') lock.release();
  });
});
