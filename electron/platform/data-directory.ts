import { homedir } from 'node:os';
import { join } from 'node:path';

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The directory that holds the shop's data when none is named: Electron's `userData` for an app called
 * Regulars, so that the desktop window and the browser host find the same shop.
 */
export function defaultDataDirectory(
  { platform, home, env }: Surroundings = { platform: process.platform, home: homedir(), env: process.env },
): string {
  const nonEmpty = (value: string | undefined) => (value === undefined || value === '' ? undefined : value);
  switch (platform) {
    case 'win32':
      return join(nonEmpty(env.APPDATA) ?? join(home, 'AppData', 'Roaming'), 'Regulars');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Regulars');
    default:
      return join(nonEmpty(env.XDG_CONFIG_HOME) ?? join(home, '.config'), 'Regulars');
  }
}
