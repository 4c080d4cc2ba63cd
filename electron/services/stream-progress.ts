/** Thrown into work that nobody waits for any more, so that its transaction is rolled back. */
export class Stopped extends Error {
  constructor() {
    super('nobody waits for this work any more');
    this.name = 'Stopped';
  }
}

/**
 * Runs long work and yields what it tells, the newest only when the listener is slower. A listener who leaves stops the
 * work: its next `tell` throws. What the work throws is thrown here.
 */
export async function* streamProgress<P>(
  run: (tell: (progress: P) => void) => Promise<void>,
): AsyncGenerator<P, void, undefined> {
  const told: P[] = [];
  let isLeft = false;
  let isDone = false;
  let wake = () => {};
  const ended = run((progress) => {
    if (isLeft) throw new Stopped();
    told.splice(0, 1, progress);
    wake();
  }).finally(() => {
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
    await ended;
  } finally {
    isLeft = true;
    await ended.catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
    });
  }
}
