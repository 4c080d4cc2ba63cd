/** Thrown into work that nobody waits for any more, so that its transaction is rolled back. */
export class Stopped extends Error {
  constructor() {
    super('nobody waits for this work any more');
    this.name = 'Stopped';
  }
}

/**
 * Runs long work and yields what it tells, the newest only when the listener is slower; what it returns is the
 * generator's result, what it throws is thrown here. A listener who leaves, or the caller's signal, stops the work: its
 * signal is aborted and its next `tell` throws. The generator ends only when the work has: a transaction inside it is
 * committed or rolled back by then.
 */
export async function* streamProgress<P, R = void>(
  run: (tell: (progress: P) => void, signal: AbortSignal) => Promise<R>,
  signal?: AbortSignal,
): AsyncGenerator<P, R, undefined> {
  const left = new AbortController();
  const stop = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const told: P[] = [];
  let isDone = false;
  let wake = () => {};
  const ended = run((progress) => {
    stop.throwIfAborted();
    told.splice(0, 1, progress);
    wake();
  }, stop).finally(() => {
    isDone = true;
    wake();
  });
  // Awaited below; until then a failure must not count as unhandled.
  ended.catch(() => undefined);
  try {
    for (;;) {
      const next = told.shift();
      if (next !== undefined) yield next;
      else if (isDone) break;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    return await ended;
  } finally {
    left.abort(new Stopped());
    await ended.catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
    });
  }
}
