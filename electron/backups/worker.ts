import { parentPort } from 'node:worker_threads';
import { copyInSteps } from '../db/copy-database.ts';
import { systemFiles } from '../platform/files.ts';
import type { EndOrder } from '../platform/worker-line.ts';
import { makeBackupFile } from './make-backup-file.ts';
import { openBackupFile } from './open-backup-file.ts';
import { proveShopFile } from './prove-shop.ts';
import { type Order, toWire, type Work, type WorkReply } from './wire.ts';

// Entry of the backups' thread: compressing, locking and checking take seconds, and the till must not wait for them. One
// job after another, so that two never fight for the disk.
const post = (reply: WorkReply) => parentPort?.postMessage(reply);

function run(work: Work, tell: (progress: unknown) => void, signal: AbortSignal): Promise<unknown> {
  switch (work.kind) {
    case 'copy':
      return copyInSteps(work.job.source, work.job.file, (percent) => tell({ percent }), signal).then(
        () => null,
      );
    case 'make':
      return makeBackupFile(work.job, { files: systemFiles, tell, signal });
    case 'open':
      return openBackupFile(work.job, { files: systemFiles, tell, signal });
    case 'prove':
      return proveShopFile(work.job.file, tell, signal);
  }
}

const stops = new Map<number, AbortController>();
let jobs: Promise<void> = Promise.resolve();

async function settle(id: number, work: Work, signal: AbortSignal): Promise<void> {
  try {
    signal.throwIfAborted();
    const output = await run(work, (progress) => post({ id, kind: 'progress', progress }), signal);
    post({ id, kind: 'done', output });
  } catch (error) {
    post({ id, kind: 'failed', error: toWire(error) });
  } finally {
    stops.delete(id);
  }
}

/** Leaves as soon as what is under way has cleaned up after itself. */
async function end(): Promise<void> {
  for (const stop of stops.values()) stop.abort(new Error('the program ends'));
  await jobs;
  parentPort?.close();
}

parentPort?.on('message', (order: Order | EndOrder) => {
  if (order.kind === 'end') {
    void end();
    return;
  }
  const { id } = order;
  if (order.kind === 'stop') {
    stops.get(id)?.abort(new Error('nobody waits for this any more'));
    return;
  }
  const stop = new AbortController();
  stops.set(id, stop);
  jobs = jobs.then(() => settle(id, order, stop.signal));
});
