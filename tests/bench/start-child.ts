import { join } from 'node:path';
import { call } from '@orpc/server';
import Database from 'better-sqlite3';
import { openApp } from '#electron/app.ts';
import { shopFile } from '#electron/db/open-database.ts';
import { createLogger, openLogFile } from '#electron/platform/logger.ts';
import { memoryNow, runAsChild } from './child-process.ts';
import { keystrokes, wantedCustomers } from './search-queries.ts';

export interface StartFigures {
  /** From opening the data directory to the first answer of the search, milliseconds. */
  readonly firstAnswer: number;
  /** Of that, opening alone. */
  readonly opened: number;
  /** Bytes after a few hundred searches. */
  readonly heap: number;
  readonly resident: number;
}

const workerUrl = new URL('../../electron/reports/worker.ts', import.meta.url);

/** Opens a data directory as the product does at its start and searches. */
async function measureStart(dataDir: string): Promise<StartFigures> {
  const log = openLogFile(join(dataDir, 'logs'), 'bench');
  const logger = createLogger(log, {});
  const start = performance.now();
  const app = await openApp({ dataDir, version: '0.0.0', workerUrl, logger });
  const opened = performance.now() - start;
  const { search } = app.router.till;
  await call(search, { query: 'vir' }, { context: app.context() });
  const firstAnswer = performance.now() - start;
  for (const query of queriesOf(dataDir)) await call(search, { query }, { context: app.context() });
  const memory = memoryNow();
  await app.close();
  log.close();
  return { firstAnswer, opened, ...memory };
}

function queriesOf(dataDir: string): readonly string[] {
  const database = new Database(shopFile(dataDir), { readonly: true });
  try {
    return keystrokes(wantedCustomers(database, 60)).slice(0, 300);
  } finally {
    database.close();
  }
}

runAsChild(import.meta.url, ([dataDir = '']) => measureStart(dataDir));
