import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Logger } from '../platform/logger.ts';
import { appOrigin } from './app-origin.ts';
import { readWindowState, smallestWindow, writeWindowState } from './window-state.ts';

export interface MainWindowOptions {
  /** Absolute path of the built preload. */
  readonly preload: string;
  /** Where size and place are remembered. */
  readonly stateFile: string;
  readonly logger: Logger;
}

/** Opens the one window on our screens, where it was last time; shown when it has something to show. */
export function openMainWindow({ preload, stateFile, logger }: MainWindowOptions): BrowserWindow {
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    width: state.width,
    height: state.height,
    ...(state.place ?? { center: true }),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Regulars',
    // The screens' own backgrounds, so that neither theme flashes the other one while loading.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f1312' : '#f4f3ef',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      // Dictionaries would be fetched from the internet.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writeWindowState(stateFile, window.getNormalBounds(), window.isMaximized()));
  window.webContents.on('render-process-gone', (_event, details) => {
    logger.error('the screens stopped', { reason: details.reason, exitCode: details.exitCode });
    // Everything confirmed is saved, so starting the screens again is all there is to do.
    if (details.reason !== 'clean-exit') window.reload();
  });
  void window.loadURL(`${appOrigin}/`);
  return window;
}
