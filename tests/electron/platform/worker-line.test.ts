import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { WorkerLine } from '#electron/platform/worker-line.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

/** A line to a thread of a few lines, and how the thread ended. */
function aLine(code: string, patience: number) {
  const file = join(temporaryDirectory(), 'worker.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${code}`);
  const told: string[] = [];
  const ends: number[] = [];
  const tell = (message: string) => {
    told.push(message);
  };
  const line = new WorkerLine<{ readonly message: string }>({
    name: 'the thread',
    start: () => {
      const worker = new Worker(pathToFileURL(file));
      worker.on('exit', (code) => ends.push(code));
      return worker;
    },
    errorOf: ({ message }) => new Error(message),
    logger: { info: tell, warn: tell, error: tell },
    patience,
  });
  const ask = () => new Promise((resolve, reject) => line.send({ kind: 'ask' }, { resolve, reject }));
  return { line, ask, told, ends };
}

describe('a thread that is closed', () => {
  it('ends by itself after what it is doing, and whoever waits hears of it at once', async () => {
    const { line, ask, told, ends } = aLine(
      `let busy = Promise.resolve();
      parentPort.on('message', ({ kind }) => {
        if (kind === 'end') return void busy.then(() => process.exit(5));
        busy = new Promise((resolve) => setTimeout(resolve, 200));
      });`,
      60_000,
    );
    const refused = expect(ask()).rejects.toThrow('the thread were closed');
    const closed = line.close();
    await refused;
    expect(ends).toEqual([]);
    await closed;
    expect(ends).toEqual([5]);
    expect(told).toEqual([]);
  });

  it('is torn out when it does not answer, and the log says so', async () => {
    const { line, ask, told, ends } = aLine(
      `parentPort.on('message', ({ id }) => {
        parentPort.postMessage({ id, kind: 'done', output: 'begun' });
        for (;;);
      });`,
      100,
    );
    await ask();
    await line.close();
    expect(ends).toEqual([1]);
    expect(told).toEqual(['the thread of the thread did not end by itself']);
  });

  it('is not started again by whoever asks later', async () => {
    const { line, ask, ends } = aLine(
      `parentPort.on('message', ({ id, kind }) => {
        if (kind === 'end') process.exit();
        parentPort.postMessage({ id, kind: 'done', output: 'here' });
      });`,
      60_000,
    );
    expect(await ask()).toBe('here');
    const closed = line.close();
    await expect(ask()).rejects.toThrow('the thread were closed');
    await closed;
    await expect(ask()).rejects.toThrow('the thread were closed');
    expect(ends).toEqual([0]);
  });
});

describe('progress', () => {
  it('that whoever listens throws at ends neither the program nor the order', async () => {
    const { line } = aLine(
      `parentPort.on('message', ({ id, kind }) => {
        if (kind === 'end') process.exit();
        parentPort.postMessage({ id, kind: 'progress', progress: 1 });
        parentPort.postMessage({ id, kind: 'done', output: 'cleaned up' });
      });`,
      60_000,
    );
    const heard: unknown[] = [];
    const answer = new Promise((resolve, reject) =>
      line.send(
        { kind: 'ask' },
        {
          resolve,
          reject,
          tell: (progress) => {
            heard.push(progress);
            throw new Error('nobody waits any more');
          },
        },
      ),
    );
    expect(await answer).toBe('cleaned up');
    expect(heard).toEqual([1]);
    await line.close();
  });
});
