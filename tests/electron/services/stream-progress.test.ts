import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Stopped, streamProgress } from '#electron/services/stream-progress.ts';

async function collect<P>(stream: AsyncGenerator<P, void, undefined>): Promise<P[]> {
  const all: P[] = [];
  for await (const one of stream) all.push(one);
  return all;
}

describe('streamProgress', () => {
  it('yields what the work tells, in order, and ends with it', async () => {
    const work = async (tell: (n: number) => void) => {
      for (const n of [1, 2, 3]) {
        tell(n);
        await pause(1);
      }
    };
    expect(await collect(streamProgress(work))).toEqual([1, 2, 3]);
  });

  it('yields only the newest to a slow listener', async () => {
    const work = async (tell: (n: number) => void) => {
      for (let n = 1; n <= 5; n += 1) tell(n);
    };
    expect(await collect(streamProgress(work))).toEqual([5]);
  });

  it('throws what the work throws, also before anything was told', async () => {
    const failing = streamProgress<number>(() => Promise.reject(new Error('no disk')));
    await expect(collect(failing)).rejects.toThrow('no disk');
    const late = streamProgress<number>(async (tell) => {
      tell(1);
      await pause(1);
      throw new Error('half way');
    });
    expect((await late.next()).value).toBe(1);
    await expect(late.next()).rejects.toThrow('half way');
  });

  it('stops the work when the listener leaves, and waits until it has stopped', async () => {
    let end: unknown = null;
    const stream = streamProgress<number>(async (tell) => {
      try {
        for (let n = 0; ; n += 1) {
          tell(n);
          await pause(1);
        }
      } catch (error) {
        await pause(5);
        end = error;
        throw error;
      }
    });
    for await (const n of stream) if (n >= 2) break;
    expect(end).toBeInstanceOf(Stopped);
  });

  it('stops the work when the signal says so, and throws its reason when the work has ended', async () => {
    const cancel = new AbortController();
    let end: unknown = null;
    const stream = streamProgress<number>(async (tell, signal) => {
      try {
        for (let n = 0; ; n += 1) {
          tell(n);
          await pause(1, undefined, { signal });
        }
      } catch (error) {
        await pause(5);
        end = error;
        throw signal.reason;
      }
    }, cancel.signal);
    const reason = new Error('cancelled');
    await expect(async () => {
      for await (const n of stream) if (n === 2) cancel.abort(reason);
    }).rejects.toBe(reason);
    expect(end).not.toBeNull();
  });

  it('does not begin to tell when it was cancelled before', async () => {
    const stream = streamProgress<number>(async (tell) => tell(1), AbortSignal.abort(new Error('cancelled')));
    await expect(collect(stream)).rejects.toThrow('cancelled');
  });

  it('ends with what the work returns', async () => {
    const stream = streamProgress<number, string>(async (tell) => {
      tell(1);
      return 'done';
    });
    expect(await stream.next()).toEqual({ value: 1, done: false });
    expect(await stream.next()).toEqual({ value: 'done', done: true });
  });
});
