import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { app, type BrowserWindow, dialog, session } from 'electron';
import { type App, openApp } from '../app.ts';
import { appVersion } from '../platform/app-version.ts';
import { type InstanceLock, takeInstanceLock } from '../platform/instance-lock.ts';
import { createLogger, type Logger, openLogFile } from '../platform/logger.ts';
import { declareAppScheme, serveAppScheme } from './app-protocol.ts';
import { askBeforeClosing } from './ask-before-closing.ts';
import { choosePath } from './choose-path.ts';
import { connectPorts } from './connect-ports.ts';
import { readDesktopOptions } from './desktop-options.ts';
import { desktopTexts } from './desktop-texts.ts';
import { denyPermissions, lockDownContents } from './lock-down.ts';
import { openMainWindow } from './main-window.ts';
import { setMenu } from './menu.ts';
import { pageAsPdf } from './page-as-pdf.ts';

/** Exit code when another process has the data directory, as in the browser host. */
const EXIT_TAKEN = 3;

const { dataDir, demo } = readDesktopOptions(process.argv, process.env);
const logFile = openLogFile(join(dataDir, 'logs'), 'regulars');
const logger = createLogger(logFile, { pid: process.pid });
process.on('uncaughtException', (error) => logger.error('uncaught exception', { error }));
process.on('unhandledRejection', (error) => logger.error('unhandled rejection', { error }));

declareAppScheme();
lockDownContents();
prepareDataDirectory();
if (app.requestSingleInstanceLock()) void start().catch(cannotStart);
else app.quit();

/** Chromium's own files go into a folder of their own, so that the shop's directory stays readable. */
function prepareDataDirectory(): void {
  try {
    const window = join(dataDir, 'window');
    mkdirSync(window, { recursive: true, mode: 0o700 });
    app.setPath('userData', dataDir);
    app.setPath('sessionData', window);
  } catch (error) {
    // A directory that cannot be made is reported by the first screen; Chromium keeps its own place.
    logger.warn('the data directory cannot be prepared', { error });
  }
}

async function start(): Promise<void> {
  await app.whenReady();
  const lock = takeInstanceLock(dataDir);
  if (lock.kind === 'taken') {
    const { taken } = desktopTexts(app.getLocale());
    dialog.showErrorBox(taken.title, lock.holder?.host === 'browser' ? taken.browser : taken.other);
    app.exit(EXIT_TAKEN);
    return;
  }
  if (lock.kind === 'held') lock.announce({ pid: process.pid, host: 'desktop', url: null });
  let window: BrowserWindow | null = null;
  const shop = await openApp({
    dataDir,
    version: appVersion(),
    workerUrl: unpacked(new URL('./worker.js', import.meta.url)),
    backupsWorkerUrl: unpacked(new URL('./backups-worker.js', import.meta.url)),
    chooseFolder: choosePath('openDirectory'),
    chooseFile: choosePath('openFile'),
    logger,
    demo,
    desktop: true,
    printPage: () => pageAsPdf(window),
  });
  serveAppScheme(fileURLToPath(new URL('../renderer/', import.meta.url)));
  denyPermissions(session.defaultSession);
  connectPorts(shop, logger);
  setMenu(process.platform, desktopTexts(await languageOf(shop)));
  const opened = openMainWindow({
    preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
    stateFile: join(dataDir, 'window.json'),
    logger,
  });
  askBeforeClosing(opened, shop, async () => desktopTexts(await languageOf(shop)), logger);
  window = opened;
  app.on('second-instance', () => focus(opened));
  quitCleanly(shop, lock, logger);
  logger.info('window is open', { state: shop.state() });
}

/** Worker threads cannot load native modules from inside an archive; the build leaves these files beside it. */
function unpacked(url: URL): URL {
  return new URL(url.href.replace('/app.asar/', '/app.asar.unpacked/'));
}

/** The shop's language where there is a shop, else the computer's. */
async function languageOf(shop: App): Promise<string> {
  if (shop.state() !== 'ready') return app.getLocale();
  const settings = await createRouterClient(shop.router, { context: shop.context(null) }).settings.get();
  return settings.shop.language;
}

function focus(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Closing the window ends the app on every system; the database is closed before the process goes. */
function quitCleanly(shop: App, lock: InstanceLock, log: Logger): void {
  app.on('window-all-closed', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void shop
      .close()
      .catch((error: unknown) => log.error('closing failed', { error }))
      .finally(() => {
        if (lock.kind === 'held') lock.release();
        logFile.close();
        // Not from within this event: Electron would stop half-way and stay.
        setImmediate(() => app.exit(0));
      });
  });
}

/** Nothing opened: say so in a sentence, with the details in the log. */
function cannotStart(error: unknown): void {
  logger.error('cannot start', { error });
  const { cannotStart: texts } = desktopTexts(app.getLocale());
  dialog.showErrorBox(texts.title, texts.reason.replace('{{directory}}', dataDir));
  app.exit(1);
}
