import { join } from 'node:path';
import { call } from '@orpc/server';
import { openApp } from '#electron/app.ts';
import { createLogger, openLogFile } from '#electron/platform/logger.ts';
import { reportsCalls } from '#electron/rpc/reports.ts';
import { tillCalls } from '#electron/rpc/till.ts';
import { memoryNow, runAsChild } from './child-process.ts';

export interface StartFigures {
  /** From opening the data directory to the first answer of the search, milliseconds. */
  readonly firstAnswer: number;
  /** Of that, opening alone. */
  readonly opened: number;
  /** Bytes after a few hundred searches. */
  readonly heap: number;
  readonly resident: number;
}

// The built one: what runs in the product, without the machinery that reads TypeScript.
const workerUrl = new URL('../../out/node/worker.js', import.meta.url);
const backupsWorkerUrl = new URL('../../out/node/backups-worker.js', import.meta.url);

/** Opens a data directory as the product does at its start and searches for what was typed. */
async function measureStart(dataDir: string, queries: readonly string[]): Promise<StartFigures> {
  const log = openLogFile(join(dataDir, 'logs'), 'bench');
  const logger = createLogger(log, {});
  const start = performance.now();
  const app = await openApp({ dataDir, version: '0.0.0', workerUrl, backupsWorkerUrl, logger });
  const opened = performance.now() - start;
  const { search } = tillCalls;
  const context = app.context(null);
  await call(search, { query: 'vir' }, { context });
  const firstAnswer = performance.now() - start;
  for (const query of queries) await call(search, { query }, { context });
  // The reports' thread answers after its check of a large file, so both are in the figures of memory.
  await call(reportsCalls.span, undefined, { context });
  const memory = memoryNow();
  await app.close();
  log.close();
  return { firstAnswer, opened, ...memory };
}

runAsChild(import.meta.url, ([dataDir = '', queries = '[]']) =>
  measureStart(dataDir, JSON.parse(queries) as readonly string[]),
);
