/**
 * Runs work that reports its steps and hands them out as they come; what it returns is the generator's result.
 * An abort, or a reader that stops reading, aborts the signal given to the work, and the generator ends only when
 * the work has ended: a transaction inside it is committed or rolled back by then.
 */
export async function* streamProgress<P, R>(
  work: (report: (step: P) => void, signal: AbortSignal) => Promise<R>,
  signal?: AbortSignal,
): AsyncGenerator<P, R, void> {
  const abandoned = new AbortController();
  const stop = signal ? AbortSignal.any([signal, abandoned.signal]) : abandoned.signal;
  const waiting: P[] = [];
  let wake = () => {};
  let ended = false;
  const running = work((step) => {
    waiting.push(step);
    wake();
  }, stop).finally(() => {
    ended = true;
    wake();
  });
  // A failure is thrown below; before that nobody waits for it.
  running.catch(() => {});
  try {
    for (;;) {
      const step = waiting.shift();
      if (step !== undefined) yield step;
      else if (ended) return await running;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    abandoned.abort();
    await running.catch(() => {});
  }
}
