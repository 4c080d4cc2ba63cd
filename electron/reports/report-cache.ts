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

/**
 * Reports that were worked out already. An answer is valid for the data as they were: after any write it is worked out
 * anew. Whoever asks for what is being worked out waits for the same answer.
 */
export class ReportCache {
  readonly #reports: Pick<ReportsClient, 'ask' | 'run'>;
  readonly #dataVersion: () => number;
  readonly #answers = new Map<string, Promise<unknown>>();
  #version = -1;

  /** @param dataVersion rises with every committed write */
  constructor(reports: Pick<ReportsClient, 'ask' | 'run'>, dataVersion: () => number) {
    this.#reports = reports;
    this.#dataVersion = dataVersion;
  }

  /** As `ReportsClient.ask`; the input must be plain data. A failure is not kept. */
  ask<N extends QueryName>(name: N, ...input: QueryInput<N>): Promise<QueryOutput<N>> {
    this.#forgetOld();
    const key = `${name} ${JSON.stringify(input)}`;
    const known = this.#answers.get(key) as Promise<QueryOutput<N>> | undefined;
    const answer = known ?? this.#reports.ask(name, ...input);
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (known === undefined) {
      answer.catch(() => {
        if (this.#answers.get(key) === answer) this.#answers.delete(key);
      });
      this.#letGo();
    }
    return answer;
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
    const known = this.#answers.get(key) as Promise<RunOutput<N>> | undefined;
    if (known !== undefined) return known;
    const output = await this.#reports.run(name, input, tell, signal);
    this.#forgetOld();
    if (this.#version === version) {
      this.#answers.set(key, Promise.resolve(output));
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
