import type { QueryInput, QueryName, QueryOutput } from './queries.ts';
import type { ReportsClient } from './reports-client.ts';

/** Answers kept at a time; the least lately used goes first. */
const mostKept = 100;

/**
 * Reports that were worked out already. An answer is valid for the data as they were: after any write it is worked out
 * anew. Whoever asks for what is being worked out waits for the same answer.
 */
export class ReportCache {
  readonly #reports: Pick<ReportsClient, 'ask'>;
  readonly #dataVersion: () => number;
  readonly #answers = new Map<string, Promise<unknown>>();
  #version = -1;

  /** @param dataVersion rises with every committed write */
  constructor(reports: Pick<ReportsClient, 'ask'>, dataVersion: () => number) {
    this.#reports = reports;
    this.#dataVersion = dataVersion;
  }

  /** As `ReportsClient.ask`; the input must be plain data. A failure is not kept. */
  ask<N extends QueryName>(name: N, ...input: QueryInput<N>): Promise<QueryOutput<N>> {
    const version = this.#dataVersion();
    if (version !== this.#version) this.#answers.clear();
    this.#version = version;
    const key = `${name} ${JSON.stringify(input)}`;
    const known = this.#answers.get(key) as Promise<QueryOutput<N>> | undefined;
    const answer = known ?? this.#reports.ask(name, ...input);
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (known === undefined) {
      answer.catch(() => {
        if (this.#answers.get(key) === answer) this.#answers.delete(key);
      });
      const [oldest] = this.#answers.keys();
      if (this.#answers.size > mostKept && oldest !== undefined) this.#answers.delete(oldest);
    }
    return answer;
  }
}
