import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, openApp } from '../app.ts';
import { appVersion } from '../platform/app-version.ts';
import { hasDisplay } from '../platform/display.ts';
import { type InstanceInfo, takeInstanceLock } from '../platform/instance-lock.ts';
import { createLogger, type Logger, openLogFile } from '../platform/logger.ts';
import { parseStartOptions, type StartOptions, startUsage } from '../platform/start-options.ts';
import { newToken } from './access.ts';
import { type Listening, listen } from './listen.ts';
import { openBrowser } from './open-browser.ts';
import { createWebApp } from './web-app.ts';

/** Where the built parts lie. */
export interface HostParts {
  readonly rendererDir: URL;
  readonly workerUrl: URL;
  readonly backupsWorkerUrl: URL;
}

/** How long calls may take to end when the host is asked to stop. */
const STOP_GRACE_MS = 2_000;

/** Exit codes: 0 stopped as asked, 1 could not start, 2 wrong options, 3 the data directory is in use. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Runs the loopback host until it is asked to stop; says on the terminal what the user must know. */
export async function runHost(args: readonly string[], parts: HostParts): Promise<ExitCode> {
  const parsed = parseStartOptions(args, process.env);
  if (parsed.kind === 'help') {
    process.stdout.write(`${startUsage}\n`);
    return 0;
  }
  if (parsed.kind === 'wrong') {
    process.stderr.write(`${parsed.sentence}\n`);
    return 2;
  }
  const { options } = parsed;
  const lock = takeInstanceLock(options.dataDir);
  if (lock.kind === 'taken') {
    process.stderr.write(`${sentenceForSecond(options.dataDir, lock.holder)}\n`);
    return 3;
  }
  const logFile = openLogFile(join(options.dataDir, 'logs'), 'regulars');
  const logger = createLogger(logFile, { pid: process.pid });
  process.on('uncaughtException', (error) => logger.error('uncaught exception', { error }));
  process.on('unhandledRejection', (error) => logger.error('unhandled rejection', { error }));
  try {
    const announce = lock.kind === 'held' ? lock.announce : () => undefined;
    return await serve(options, parts, logger, announce);
  } finally {
    if (lock.kind === 'held') lock.release();
    logFile.close();
  }
}

async function serve(
  options: StartOptions,
  parts: HostParts,
  logger: Logger,
  announce: (info: InstanceInfo) => void,
): Promise<ExitCode> {
  const stopped = stopRequest();
  const app = await openApp({
    dataDir: options.dataDir,
    version: appVersion(),
    workerUrl: parts.workerUrl,
    backupsWorkerUrl: parts.backupsWorkerUrl,
    logger,
    demo: options.demo,
  });
  try {
    const token = newToken();
    const listening = await startListening(app, token, options, parts, logger);
    if (listening === null) return 1;
    const url = `http://127.0.0.1:${listening.port}/`;
    announce({ pid: process.pid, host: 'browser', url });
    logger.info('host is ready', { url, state: app.state() });
    process.stdout.write(`Regulars is ready: ${url}#${token}\n`);
    if (options.open && hasDisplay()) openBrowser(`${url}#${token}`);
    logger.info('host stops', { signal: await stopped });
    await listening.stop(STOP_GRACE_MS);
    return 0;
  } finally {
    await app.close();
  }
}

async function startListening(
  app: App,
  token: string,
  options: StartOptions,
  parts: HostParts,
  logger: Logger,
): Promise<Listening | null> {
  const web = createWebApp({ app, token, rendererDir: fileURLToPath(parts.rendererDir), logger });
  try {
    return await listen(web, options.port);
  } catch (error) {
    logger.error('cannot listen', { error, port: options.port });
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const why = code === 'EADDRINUSE' ? 'another program uses it' : String(code ?? 'the system refused');
    process.stderr.write(`Port ${options.port} cannot be used: ${why}. Choose another with --port N.\n`);
    return null;
  }
}

/** Resolves with the first signal that asks us to stop; a terminal and npm may both send one. */
function stopRequest(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}

/** What the second one at the same data is told. */
export function sentenceForSecond(dataDir: string, holder: InstanceInfo | null): string {
  const where =
    holder === null
      ? ''
      : holder.url === null
        ? ` in the desktop window (process ${holder.pid})`
        : ` at ${holder.url} (process ${holder.pid})`;
  return `Regulars is already running on the data in ${dataDir}${where}. Stop it first, or use --data-dir.`;
}
