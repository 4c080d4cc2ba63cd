import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project-root.ts';

/** Where the run keeps the bundled threads; without it they start from their sources. */
const built = process.env.TEST_WORKERS;

const workerAt = (bundle: string, source: string): URL =>
  pathToFileURL(built === undefined ? join(projectRoot, source) : join(built, bundle));

/** The threads as the product runs them. */
export const reportsWorker = workerAt('worker.js', 'electron/reports/worker.ts');
export const backupsWorker = workerAt('backups-worker.js', 'electron/backups/worker.ts');
