import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenAppOptions, type OpenedApp, openApp } from './open-app.ts';
import { type RunningHost, startHost } from './start-host.ts';

/** The app on a shop that was there before anybody looked at it. */
export interface OpenedShop<T> extends OpenedApp {
  readonly host: RunningHost;
  /** What the filling of the shop returned. */
  readonly told: T;
  /** Leads to a screen by its address: `goTo('/month')`. */
  readonly goTo: (path: string) => Promise<unknown>;
}

type Fill<T> = (host: RunningHost) => Promise<T>;

interface Filled {
  readonly directory: string;
  readonly told: unknown;
}

/** Data directories that were filled once in this process and are copied from then on. */
const filled = new Map<Fill<unknown>, Promise<Filled>>();

async function fillDirectory(fill: Fill<unknown>): Promise<Filled> {
  const directory = mkdtempSync(join(tmpdir(), 'regulars-filled-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  const host = await startHost({ dataDir: directory });
  const told = await fill(host);
  await host.stop();
  return { directory, told };
}

function filledBy(fill: Fill<unknown>): Promise<Filled> {
  const known = filled.get(fill);
  if (known !== undefined) return known;
  const made = fillDirectory(fill).catch((error: unknown) => {
    filled.delete(fill);
    throw error;
  });
  filled.set(fill, made);
  return made;
}

interface OpenShopOptions<T> extends Omit<OpenAppOptions, 'dataDir' | 'prepare' | 'at'> {
  /** Address of the first screen, the till unless told. */
  readonly at?: string | ((told: T) => string);
}

/**
 * Opens the app on a copy of the shop that `fill` made, which is called once for each function that is given.
 * @throws Error in Electron, where no host is behind the page
 */
export async function openShop<T>(
  fill: Fill<T>,
  { at, ...options }: OpenShopOptions<T> = {},
): Promise<OpenedShop<T>> {
  const { directory, told } = await filledBy(fill);
  const dataDir = mkdtempSync(join(tmpdir(), 'regulars-shop-'));
  cpSync(directory, dataDir, { recursive: true });
  const path = typeof at === 'function' ? at(told as T) : at;
  const app = await openApp({ ...options, ...(path === undefined ? {} : { at: path }), dataDir });
  const { host } = app;
  if (host === null) throw new Error('the journey needs the host');
  return {
    ...app,
    host,
    told: told as T,
    goTo: (path) => app.page.goto(`${host.url}#${path}`),
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
