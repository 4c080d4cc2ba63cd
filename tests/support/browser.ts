import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium without windows of its own: two thirds of the whole browser's work. */
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell'];

const browserNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

const onPath = (names: readonly string[]): readonly string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((directory) => names.map((name) => join(directory, name)));

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
      return [
        ...onPath(browserNames),
        '/opt/google/chrome/chrome',
        '/opt/microsoft/msedge/msedge',
        '/snap/bin/chromium',
      ];
  }
}

const there = (places: readonly string[]): string | undefined => places.find((path) => existsSync(path));

/**
 * The browser for the journeys: `CHROME_PATH`, else a headless shell of Chromium (installed now, on Debian as root),
 * else an installed Chrome, Chromium or Edge, else, on Debian as root, the package `chromium`, installed now.
 * @throws with a sentence that says what to install
 */
export function findBrowser(): string {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  const found =
    there(onPath(shellNames)) ??
    (mayInstall && install('chromium-headless-shell') ? there(onPath(shellNames)) : undefined) ??
    there(usualPlaces()) ??
    (mayInstall && install('chromium') ? there(usualPlaces()) : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'The journeys need a browser: install Chrome, Chromium or Edge, or name one with CHROME_PATH=/path/to/chrome.',
  );
}

/** Whether the package is installed now; not every release of Debian has every package, and not every place its source. */
function install(name: string): boolean {
  const run = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: 'ignore',
      // Without a network it would try for long.
      timeout: 180_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    run('update', '-qq');
    run('install', '-y', '-qq', '--no-install-recommends', name);
    return true;
  } catch {
    return false;
  }
}
