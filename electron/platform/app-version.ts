import { readFileSync } from 'node:fs';

/**
 * The version in package.json. The relative address holds for this file in the sources and for the built
 * entries in `out/node`, in the project and in the installed app alike.
 */
export function appVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    if (typeof manifest.version === 'string') return manifest.version;
  }
  throw new Error('package.json has no version');
}
