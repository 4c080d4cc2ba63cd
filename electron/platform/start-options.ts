import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDirectory } from './data-directory.ts';

/** What `npm start` and both hosts understand. */
export interface StartOptions {
  /** Where to show the app; null = the desktop window if it can be had, else the browser. */
  readonly surface: 'desktop' | 'browser' | null;
  /** Port of the browser host; 0 = any free one, null = the usual one, or any when that is taken. */
  readonly port: number | null;
  readonly dataDir: string;
  /** Fill an empty data directory with the demo shop. */
  readonly demo: boolean;
  /** Open the browser when the host is ready. */
  readonly open: boolean;
}

export type ParsedOptions =
  | { readonly kind: 'options'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const startUsage = `Usage: npm start -- [options]
  --desktop        open the desktop window, and do not fall back to the browser
  --browser        run the local host and open the browser
  --port N         port of the local host (0 = any free port)
  --data-dir DIR   where the shop's data lives (or REGULARS_DATA_DIR)
  --demo           fill an empty data directory with the demo shop
  --no-open        do not open the browser
  --help           show this text`;

const known = {
  desktop: { type: 'boolean' },
  browser: { type: 'boolean' },
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  demo: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Reads the command line; anything unknown or contradictory comes back as one sentence. */
export function parseStartOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ParsedOptions {
  const read = readArguments(args);
  if (typeof read === 'string') return { kind: 'wrong', sentence: read };
  if (read.help === true) return { kind: 'help' };
  if (read.desktop === true && read.browser === true) {
    return { kind: 'wrong', sentence: 'Choose either --desktop or --browser, not both.' };
  }
  const port = read.port === undefined ? null : Number(read.port);
  if (port !== null && !(/^\d+$/.test(read.port ?? '') && port <= 65_535)) {
    return { kind: 'wrong', sentence: `--port needs a number from 0 to 65535, not "${read.port}".` };
  }
  const dataDir = read['data-dir'] ?? (env.REGULARS_DATA_DIR || undefined);
  if (dataDir === '') return { kind: 'wrong', sentence: '--data-dir needs the name of a directory.' };
  return {
    kind: 'options',
    options: {
      surface: read.desktop === true ? 'desktop' : read.browser === true ? 'browser' : null,
      port,
      dataDir: dataDir === undefined ? defaultDataDirectory() : resolve(dataDir),
      demo: read.demo === true,
      open: read['no-open'] !== true,
    },
  };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: false }).values;
  } catch (error) {
    // Node's first sentence names the option; what follows is advice about positional arguments.
    const reason = error instanceof Error ? error.message : String(error);
    return `${reason.split('. ')[0]?.replace(/\.$/, '') ?? reason}. Try --help.`;
  }
}
