import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { projectRoot } from '#tests/support/project-root.ts';
import { skipBecause } from '#tests/support/skip-because.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

interface Started {
  readonly child: ChildProcess;
  /** Everything said until the host is ready or the program ends. */
  readonly said: string;
  readonly ended: Promise<number | null>;
}

interface StartRequest {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArgs?: readonly string[];
  readonly script?: string;
}

/** Runs one of the project's commands as `npm` does, until it is ready or has ended. */
async function start({ args, env = {}, nodeArgs = [], script = 'electron/launch/start.mjs' }: StartRequest) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
  const child = spawn(process.execPath, [...nodeArgs, join(projectRoot, script), ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  let said = '';
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (/Regulars is ready: .*\n/.test(said)) resolve();
      });
    }
  });
  await Promise.race([ready, ended]);
  return { child, said, ended } satisfies Started;
}

const ready = /^Regulars is ready: http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/m;
const hostArgs = () => ['--port', '0', '--no-open', '--data-dir', temporaryDirectory()];

/** A directory with an "Electron" that does no more than end with a code and a complaint. */
function pretendElectron(context: TestContext, exitCode: number, complaint: string): Record<string, string> {
  if (process.platform === 'win32')
    skipBecause(context, 'a shell script cannot stand in for Electron on Windows');
  const directory = temporaryDirectory();
  const file = join(directory, 'electron');
  writeFileSync(file, `#!/bin/sh\necho '${complaint}' >&2\necho "$@"\nexit ${exitCode}\n`);
  chmodSync(file, 0o755);
  return { ELECTRON_OVERRIDE_DIST_PATH: directory, DISPLAY: ':0' };
}

describe('npm start', () => {
  it('without a display says so in one line, runs the host, and stops when asked', async (context) => {
    if (process.platform !== 'linux') skipBecause(context, 'only Linux can be without a display');
    const { child, said, ended } = await start({ args: hostArgs() });
    expect(said).toMatch(ready);
    const [why, address, ...more] = said.trim().split('\n');
    expect(why).toBe(
      'The desktop window cannot be opened (there is no display), so Regulars runs in the browser.',
    );
    expect(address).toMatch(ready);
    expect(more).toEqual([]);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('with a desktop run time that does not start says why and runs the host', async (context) => {
    const env = pretendElectron(context, 1, '[7:0101/000000.1:FATAL:env.cc(1)] Missing X server or $DISPLAY');
    const { child, said, ended } = await start({ args: hostArgs(), env });
    expect(said).toContain(
      'cannot be opened (Missing X server or $DISPLAY), so Regulars runs in the browser.',
    );
    expect(said).toMatch(ready);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it.for([
    [0, 'when the window was closed'],
    [3, 'when the data is in use'],
  ] as const)('ends with %i %s, and starts no host', async ([code], context) => {
    const env = pretendElectron(context, code, '');
    const { said, ended } = await start({ args: [...hostArgs(), '--demo'], env });
    expect(await ended).toBe(code);
    expect(said).not.toMatch(ready);
    expect(said).toMatch(/--data-dir \S+ --demo/);
  });

  it('with --desktop does not fall back', async (context) => {
    if (process.platform !== 'linux') skipBecause(context, 'only Linux can be without a display');
    const { said, ended } = await start({ args: ['--desktop', ...hostArgs()] });
    expect(await ended).toBe(1);
    expect(said.trim()).toBe('The desktop window cannot be opened: there is no display.');
  });

  it('refuses an unknown option with one sentence', async () => {
    const { said, ended } = await start({ args: ['--colour'] });
    expect(await ended).toBe(2);
    expect(said.trim()).toMatch(/^Unknown option '--colour'. Try --help\.$/);
  });

  it('explains itself', async () => {
    const { said, ended } = await start({ args: ['--help'] });
    expect(await ended).toBe(0);
    for (const option of ['--desktop', '--browser', '--port', '--data-dir', '--demo', '--no-open']) {
      expect(said).toContain(option);
    }
  });

  it('keeps the data to its owner', async (context) => {
    if (process.platform === 'win32') skipBecause(context, 'Windows has no file modes');
    const parent = temporaryDirectory();
    const dataDir = join(parent, 'shop');
    const { child, ended } = await start({
      args: ['--browser', '--port', '0', '--no-open', '--data-dir', dataDir],
    });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(statSync(dataDir).mode & 0o077).toBe(0);
  });
});

describe('npm asked to stop', () => {
  it('takes the host with it, although it only ends the shell between them', async (context) => {
    if (process.platform === 'win32') skipBecause(context, 'Windows has no shell to be ended alone');
    const command = [
      process.execPath,
      join(projectRoot, 'electron/launch/start.mjs'),
      '--browser',
      ...hostArgs(),
    ];
    // The second command keeps the shell from handing its process over to the first.
    const shell = spawn('sh', ['-c', `${command.join(' ')}; true`], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const address = await new Promise<string>((resolve) => {
      shell.stdout.setEncoding('utf8').on('data', (text: string) => {
        const match = /http:\/\/127\.0\.0\.1:\d+\//.exec(text);
        if (match !== null) resolve(match[0]);
      });
    });
    const health = () => fetch(`${address}health`).then(({ status }) => status);
    expect(await health()).toBe(200);
    shell.kill('SIGTERM');
    await expect.poll(() => health().catch(() => 'gone'), { timeout: 10_000 }).toBe('gone');
  });
});

describe('an older Node', () => {
  it.each([
    'electron/launch/start.mjs',
    'electron/launch/build.mjs',
    'tests/run/test.mjs',
    'out/node/host.js',
  ])('is refused by %s with a sentence', async (script) => {
    const older = join(temporaryDirectory(), 'older.mjs');
    writeFileSync(
      older,
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });",
    );
    const { said, ended } = await start({ args: hostArgs(), nodeArgs: ['--import', older], script });
    expect(await ended).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain('20.20.2');
  });
});
