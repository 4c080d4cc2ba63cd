import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDirectory } from '../platform/data-directory.ts';

export interface DesktopOptions {
  readonly dataDir: string;
  readonly demo: boolean;
}

/** Our options on the desktop app's command line, among Chromium's own, which are none of our business. */
export function readDesktopOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DesktopOptions {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { 'data-dir': { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  });
  const named = values['data-dir'] || env.REGULARS_DATA_DIR;
  return {
    dataDir: typeof named === 'string' && named !== '' ? resolve(named) : defaultDataDirectory(),
    demo: values.demo === true,
  };
}
