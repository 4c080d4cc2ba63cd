import { spawn } from 'node:child_process';
import { projectRoot } from './build-missing.ts';

/** How long after its start an exit still means that the window could not be opened at all. */
const STARTING_MS = 10_000;

export type DesktopRun =
  /** The app ran and ended, or was refused a directory in use; nothing more to do. */
  | { readonly kind: 'ended'; readonly code: number }
  | { readonly kind: 'notStarted'; readonly reason: string };

/** Runs the app in the given Electron until it ends; signals to us are passed on to it. */
export function runDesktop(executable: string, args: readonly string[]): Promise<DesktopRun> {
  return new Promise((resolve) => {
    const begun = performance.now();
    const env = { ...process.env };
    // Set by some editors' terminals; it would turn Electron into a plain Node.
    delete env.ELECTRON_RUN_AS_NODE;
    const child = spawn(executable, [projectRoot, ...args], {
      cwd: projectRoot,
      env,
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    const stop = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-4_000);
    });
    const done = (run: DesktopRun) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve(run);
    };
    child.on('error', (error) => done({ kind: 'notStarted', reason: error.message }));
    child.on('close', (code, signal) => {
      const early = performance.now() - begun < STARTING_MS;
      const refusedDirectory = code === 3;
      if (code === 0 || refusedDirectory || !early) done({ kind: 'ended', code: code ?? 1 });
      else done({ kind: 'notStarted', reason: reasonIn(complaint) ?? `it ended with ${signal ?? code}` });
    });
  });
}

/** The sentence in Chromium's own stderr that says why, without its time stamp and source line. */
function reasonIn(complaint: string): string | null {
  const fatal = complaint.split('\n').find((line) => /FATAL|error while loading|Missing X server/.test(line));
  return fatal === undefined ? null : fatal.replace(/^\[[^\]]*\]\s*/, '').trim();
}
