import { hasDisplay } from '../platform/display.ts';
import { parseStartOptions, type StartOptions, startUsage } from '../platform/start-options.ts';
import { buildMissing } from './build-missing.ts';
import { findElectron } from './electron-runtime.ts';
import { runDesktop } from './run-desktop.ts';
import { stopWithParent } from './stop-with-parent.ts';

const say = (line: string) => console.log(line);

/**
 * Builds what is missing and opens the app: the desktop window where it can be had, else the local host.
 * Returns the exit code, or null when the host now runs in this process and will set its own.
 */
export async function launch(args: readonly string[]): Promise<number | null> {
  const parsed = parseStartOptions(args, process.env);
  if (parsed.kind === 'help') {
    say(startUsage);
    return 0;
  }
  if (parsed.kind === 'wrong') {
    console.error(parsed.sentence);
    return 2;
  }
  const { options } = parsed;
  try {
    await buildMissing({ force: false, say });
  } catch (error) {
    console.error(`The build failed: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  // Only under npm: started by hand, we may well outlive the shell.
  if (process.env.npm_lifecycle_event !== undefined) stopWithParent();
  if (options.surface !== 'browser') {
    const desktop = await openDesktop(options);
    if (desktop.kind === 'ended') return desktop.code;
    if (options.surface === 'desktop') {
      console.error(`The desktop window cannot be opened: ${desktop.reason}.`);
      return 1;
    }
    say(`The desktop window cannot be opened (${desktop.reason}), so Regulars runs in the browser.`);
  }
  await import(new URL('../../out/node/host.js', import.meta.url).href);
  return null;
}

async function openDesktop(options: StartOptions) {
  // Asked first, because a download would be for nothing.
  if (!hasDisplay()) return { kind: 'notStarted', reason: 'there is no display' } as const;
  const runtime = findElectron(say);
  if (runtime.kind === 'missing') return { kind: 'notStarted', reason: runtime.reason } as const;
  return runDesktop(runtime.executable, ['--data-dir', options.dataDir, ...(options.demo ? ['--demo'] : [])]);
}
