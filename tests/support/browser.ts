import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

/** Where the three systems' installers put Chrome, Edge and Chromium. */
function usualPlaces(): readonly string[] {
  const { env } = process;
  switch (process.platform) {
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
        .filter((base) => base !== undefined)
        .flatMap((base) => [
          join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          join(base, 'Chromium', 'Application', 'chrome.exe'),
        ]);
    case 'darwin':
      return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    default:
      return (env.PATH ?? '')
        .split(delimiter)
        .flatMap((directory) => commandNames.map((name) => join(directory, name)))
        .concat('/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium');
  }
}

/**
 * The browser for the journeys: `CHROME_PATH`, else an installed Chrome, Chromium or Edge, else, on Debian
 * as root, the package `chromium`, installed now.
 * @throws with a sentence that says what to install
 */
export function findBrowser(): string {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const installed = usualPlaces().find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    installChromium();
    const fresh = usualPlaces().find((path) => existsSync(path));
    if (fresh !== undefined) return fresh;
  }
  throw new Error(
    'The journeys need a browser: install Chrome, Chromium or Edge, or name one with CHROME_PATH=/path/to/chrome.',
  );
}

function installChromium(): void {
  const run = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    run('update', '-qq');
    run('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  } catch (error) {
    throw new Error('The journeys need a browser, and the package chromium could not be installed.', {
      cause: error,
    });
  }
}
