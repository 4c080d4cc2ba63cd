import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowser } from './browser.ts';
import { projectRoot } from './project-root.ts';
import { clockAhead, type RunningHost, startHost } from './start-host.ts';

export interface OpenAppOptions {
  /** An existing data directory; without it a new one, removed at the end. */
  readonly dataDir?: string;
  /** Fills the shop over a host before anybody looks at it, in Electron too. */
  readonly prepare?: (host: RunningHost) => Promise<unknown>;
  /** Further options of the start, such as `--demo`. */
  readonly args?: readonly string[];
  readonly colorScheme?: 'light' | 'dark';
  /** Language of the browser, `en-GB` unless told. */
  readonly locale?: string;
  /** The clocks of the host and of the page are ahead by so many days. */
  readonly daysLater?: number;
  /** Address of the screen it opens on, such as `/month`; the till unless told. Not in Electron. */
  readonly at?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** The app as its user has it before them. */
export interface OpenedApp {
  readonly page: Page;
  readonly dataDir: string;
  /** The host behind the page; null in Electron, where there is none. */
  readonly host: RunningHost | null;
  /** What the browser complained about so far: errors of the page, refusals of the content policy. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

const browserFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Opens the built app on its first screen: in a headless browser on the loopback host, or, when
 * `ELECTRON_APP` names an Electron executable, in the desktop window.
 */
export async function openApp(options: OpenAppOptions = {}): Promise<OpenedApp> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'regulars-app-'));
  const complaints: string[] = [];
  const surface =
    process.env.ELECTRON_APP === undefined
      ? await openInBrowser(dataDir, options)
      : await openInElectron(process.env.ELECTRON_APP, dataDir, options);
  surface.page.on('pageerror', (error) => complaints.push(error.message));
  surface.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await surface.show();
  return {
    page: surface.page,
    dataDir,
    host: surface.host,
    complaints,
    close: async () => {
      await surface.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Surface {
  readonly page: Page;
  readonly host: RunningHost | null;
  readonly show: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

function contextOptions(options: OpenAppOptions): BrowserContextOptions {
  return {
    viewport: options.viewport ?? { width: 1366, height: 768 },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-GB',
  };
}

let browser: Promise<Browser> | null = null;

/** One browser for all journeys of a file: each has a context of its own, which shares nothing. It ends with the process. */
async function theBrowser(): Promise<Browser> {
  const opened = await (browser ?? launchBrowser());
  return opened.isConnected() ? opened : launchBrowser();
}

function launchBrowser(): Promise<Browser> {
  browser = chromium.launch({ executablePath: findBrowser(), args: browserFlags });
  return browser;
}

/** Where the run keeps a demo shop that is ready, so that it is filled once and not for every journey. */
const demoShop = process.env.DEMO_SHOP_READY;

/** Copies the demo shop that is ready in place of filling a new one, where the journey begins with nothing else. */
function withDemo(dataDir: string, args: readonly string[]): readonly string[] {
  if (demoShop === undefined || !args.includes('--demo') || readdirSync(dataDir).length > 0) return args;
  cpSync(demoShop, dataDir, { recursive: true });
  return args.filter((arg) => arg !== '--demo');
}

async function openInBrowser(dataDir: string, options: OpenAppOptions): Promise<Surface> {
  const { daysLater = 0 } = options;
  const host = await startHost({ dataDir, args: withDemo(dataDir, options.args ?? []), daysLater });
  await options.prepare?.(host);
  const context = await (await theBrowser()).newContext(contextOptions(options));
  // What a person waits for on a very busy computer; a journey that fails takes that long to say so.
  context.setDefaultTimeout(60_000);
  if (daysLater !== 0) await context.addInitScript(clockAhead(daysLater));
  const { at } = options;
  // Where the page keeps its key: an address with a screen in it has no room for it.
  if (at !== undefined)
    await context.addInitScript((token) => sessionStorage.setItem('regulars.token', token), host.token);
  const page = await context.newPage();
  return {
    page,
    host,
    show: () => page.goto(`${host.url}#${at ?? host.token}`),
    close: async () => {
      await context.close();
      await host.stop();
    },
  };
}

async function openInElectron(
  executablePath: string,
  dataDir: string,
  options: OpenAppOptions,
): Promise<Surface> {
  if (options.prepare !== undefined) {
    const host = await startHost({ dataDir });
    await options.prepare(host);
    await host.stop();
  }
  const app = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--lang=${options.locale ?? 'en-GB'}`,
      projectRoot,
      '--data-dir',
      dataDir,
      ...(options.args ?? []),
    ],
  });
  const page = await app.firstWindow();
  if (options.colorScheme === 'dark') await page.emulateMedia({ colorScheme: 'dark' });
  return {
    page,
    host: null,
    // The window is there already; loading it again shows its complaints to a listener that was late.
    show: () => page.reload(),
    close: () => app.close(),
  };
}
