import type {
  QueryInput,
  QueryName,
  QueryOutput,
  RunInput,
  RunName,
  RunOutput,
  RunProgress,
} from './queries.ts';
import type { ReportsClient } from './reports-client.ts';

/** Answers kept at a time; the least lately used goes first. */
const mostKept = 100;

type Asked = Pick<ReportsClient, 'askUntil' | 'run'>;

/** An answer, and those who wait for it. */
interface Shared {
  readonly answer: Promise<unknown>;
  /** How many of those who may leave wait; never 0 again once somebody asked who does not leave. */
  waiting: number;
  /** Ends the question in the worker. */
  readonly leave: () => void;
}

/**
 * Reports that were worked out already. An answer is valid for the data as they were: after any write it is worked out
 * anew. Whoever asks for what is being worked out waits for the same answer.
 */
export class ReportCache {
  readonly #reports: Asked;
  readonly #dataVersion: () => number;
  readonly #answers = new Map<string, Shared>();
  #version = -1;

  /** @param dataVersion rises with every committed write */
  constructor(reports: Asked, dataVersion: () => number) {
    this.#reports = reports;
    this.#dataVersion = dataVersion;
  }

  /** As `ReportsClient.ask`; the input must be plain data. A failure is not kept. */
  ask<N extends QueryName>(name: N, ...input: QueryInput<N>): Promise<QueryOutput<N>> {
    const shared = this.#shared(name, input);
    shared.waiting = Number.POSITIVE_INFINITY;
    return shared.answer as Promise<QueryOutput<N>>;
  }

  /**
   * The same for somebody who may leave: a question that everybody who asked it has left ends in the worker, too.
   * Whoever left hears the signal's reason.
   */
  until(signal: AbortSignal | undefined): Pick<ReportsClient, 'ask'> {
    if (signal === undefined) return this;
    return {
      ask: async <N extends QueryName>(name: N, ...input: QueryInput<N>): Promise<QueryOutput<N>> => {
        signal.throwIfAborted();
        return this.#awaited<QueryOutput<N>>(this.#shared(name, input), signal);
      },
    };
  }

  #shared<N extends QueryName>(name: N, input: QueryInput<N>): Shared {
    this.#forgetOld();
    const key = `${name} ${JSON.stringify(input)}`;
    const known = this.#answers.get(key);
    const shared = known ?? this.#begun(key, name, input);
    this.#answers.delete(key);
    this.#answers.set(key, shared);
    if (known === undefined) this.#letGo();
    return shared;
  }

  #begun<N extends QueryName>(key: string, name: N, input: QueryInput<N>): Shared {
    const left = new AbortController();
    const answer = this.#reports.askUntil(left.signal, name, ...input);
    const shared: Shared = {
      answer,
      waiting: 0,
      leave: () => {
        this.#drop(key, shared);
        left.abort(new Error('everybody has left'));
      },
    };
    // A failure is thrown to those who wait; here it is only not kept.
    answer.catch(() => this.#drop(key, shared));
    return shared;
  }

  async #awaited<O>(shared: Shared, signal: AbortSignal): Promise<O> {
    shared.waiting += 1;
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal.reason);
      signal.addEventListener('abort', leave);
    });
    try {
      return (await Promise.race([shared.answer, left])) as O;
    } finally {
      signal.removeEventListener('abort', leave);
      shared.waiting -= 1;
      if (signal.aborted && shared.waiting === 0) shared.leave();
    }
  }

  #drop(key: string, shared: Shared): void {
    if (this.#answers.get(key) === shared) this.#answers.delete(key);
  }

  /** As `ReportsClient.run`; only a run that came to its end is kept, so nobody hangs on what another one stops. */
  async run<N extends RunName>(
    name: N,
    input: RunInput<N>,
    tell: (progress: RunProgress<N>) => void,
    signal?: AbortSignal,
  ): Promise<RunOutput<N>> {
    this.#forgetOld();
    const version = this.#version;
    const key = `run ${name} ${JSON.stringify(input)}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known.answer as Promise<RunOutput<N>>;
    const output = await this.#reports.run(name, input, tell, signal);
    this.#forgetOld();
    if (this.#version === version) {
      this.#answers.set(key, { answer: Promise.resolve(output), waiting: 0, leave: () => undefined });
      this.#letGo();
    }
    return output;
  }

  #forgetOld(): void {
    const version = this.#dataVersion();
    if (version !== this.#version) this.#answers.clear();
    this.#version = version;
  }

  #letGo(): void {
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > mostKept && oldest !== undefined) this.#answers.delete(oldest);
  }
}
