import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A line that stalls must not keep the shop from opening in the browser. */
const LONGEST_FETCH_MS = 10 * 60_000;

export type ElectronRuntime =
  | { readonly kind: 'found'; readonly executable: string }
  | { readonly kind: 'missing'; readonly reason: string };

/**
 * The Electron executable of the `electron` package, downloaded by that package's own script when it is
 * not there yet. The package is looked up but never imported: importing it outside Electron would start
 * the same download and throw.
 */
export function findElectron(say: (line: string) => void): ElectronRuntime {
  const home = packageDirectory();
  if (home === null) return { kind: 'missing', reason: 'the electron package is not installed' };
  const installed = executableIn(home);
  if (installed !== null) return { kind: 'found', executable: installed };
  say('Fetching the desktop run time, once (about 120 MB)...');
  const fetched = spawnSync(process.execPath, [join(home, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: LONGEST_FETCH_MS,
  });
  const executable = executableIn(home);
  if (fetched.status === 0 && executable !== null) return { kind: 'found', executable };
  const why = (fetched.stderr.trim().split('\n')[0] ?? '').replace(/^\w*Error: /, '');
  return { kind: 'missing', reason: `its run time could not be downloaded: ${why || 'no reason given'}` };
}

function packageDirectory(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** As the package itself looks for it: in `dist` or a directory of the user's, under the name it noted. */
function executableIn(home: string): string | null {
  const pathFile = join(home, 'path.txt');
  const noted = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null;
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (noted === null && !own) return null;
  const executable = join(own || join(home, 'dist'), noted ?? 'electron');
  return existsSync(executable) ? executable : null;
}
