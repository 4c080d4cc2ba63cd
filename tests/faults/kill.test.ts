import { setTimeout as pause } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { disagreements, readRows } from '#tests/support/shop-file.ts';
import { addCustomers, setUpCafe } from '#tests/support/shop-on-host.ts';
import { type RunningHost, startHost } from '#tests/support/start-host.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const KILLS = 50;
/** Calls under way at the same time, as from a hurried till with a retry. */
const LANES = 3;

interface Intent {
  readonly requestId: string;
  readonly customerId: number | null;
  readonly amount: number;
}

interface Acknowledged extends Intent {
  readonly visitId: number;
}

/** Everything the till was told, and everything it asked for without hearing an answer. */
class Till {
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly undone = new Map<string, number>();
  readonly unanswered: Intent[] = [];
  readonly #customers: readonly number[];

  constructor(customers: readonly number[]) {
    this.#customers = customers;
  }

  /** Checks people in until the host is gone. */
  async serve(host: RunningHost): Promise<void> {
    for (;;) {
      const retried = this.unanswered.shift();
      const intent = retried ?? this.#nextIntent();
      const receipt = await answerOf(host.client.till.checkIn(intent));
      if (receipt === null) {
        this.unanswered.push(intent);
        return;
      }
      this.#hear(intent, receipt, retried !== undefined);
      if (Math.random() < 0.1) await this.#undo(host, receipt.visitId);
    }
  }

  #nextIntent(): Intent {
    const pick = Math.floor(Math.random() * (this.#customers.length + 1));
    return {
      requestId: crypto.randomUUID(),
      customerId: this.#customers[pick] ?? null,
      amount: 100 + Math.floor(Math.random() * 2_000),
    };
  }

  #hear(intent: Intent, receipt: { visitId: number; replayed: boolean }, retried: boolean): void {
    if (receipt.replayed && !retried)
      throw new Error(`${intent.requestId} was new and is said to be a repetition`);
    this.acknowledged.set(intent.requestId, { ...intent, visitId: receipt.visitId });
  }

  async #undo(host: RunningHost, visitId: number): Promise<void> {
    const requestId = crypto.randomUUID();
    const answer = await answerOf(host.client.till.undo({ requestId, visitId }));
    if (answer !== null) this.undone.set(requestId, visitId);
  }
}

/**
 * What a call answered, or null when the host died first.
 * @throws a coded failure: those are answers that none of these calls may get
 */
async function answerOf<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ORPCError) throw error;
    return null;
  }
}

interface VisitRow {
  readonly id: number;
  readonly request_id: string;
  readonly customer_id: number | null;
  readonly amount: number | null;
  readonly sign: number;
  readonly reverses_id: number | null;
}

describe(`a host that is killed ${KILLS} times while people check in`, () => {
  it('keeps every acknowledged check-in once, and every sum agrees', async () => {
    const dataDir = temporaryDirectory();
    let host = await startHost({ dataDir });
    await setUpCafe(host);
    const till = new Till(
      await addCustomers(host, ['Aino Mäkelä', 'Olli Nieminen', 'Sofia Åkerlund', 'Petra Salonen']),
    );

    for (let kill = 0; kill < KILLS; kill += 1) {
      const living = host;
      const lanes = Promise.allSettled(Array.from({ length: LANES }, () => till.serve(living)));
      let over = false;
      void lanes.then(() => {
        over = true;
      });
      // Counted in answers, not in time, so that a busy computer is killed as much in the middle as a fast one.
      const enough = till.acknowledged.size + Math.floor(Math.random() * 8);
      while (!over && till.acknowledged.size < enough) await pause(1);
      await pause(Math.random() * 10);
      await host.kill('SIGKILL');
      for (const lane of await lanes) if (lane.status === 'rejected') throw lane.reason;
      host = await startHost({ dataDir });
      expect((await host.client.system.state()).state).toBe('ready');
    }

    // A repetition of what was acknowledged answers with the same visit, also after all these deaths.
    for (const { requestId, customerId, amount, visitId } of [...till.acknowledged.values()].slice(-20)) {
      const again = await host.client.till.checkIn({ requestId, customerId, amount });
      expect(again).toMatchObject({ visitId, replayed: true });
    }
    expect(await host.stop()).toBe(0);

    const visits = readRows<VisitRow>(
      dataDir,
      'SELECT id, request_id, customer_id, amount, sign, reverses_id FROM visits',
    );
    const written = (requestId: string) => visits.filter((visit) => visit.request_id === requestId);
    expect(till.acknowledged.size).toBeGreaterThan(KILLS);
    for (const [requestId, { visitId, customerId, amount }] of till.acknowledged) {
      expect(written(requestId), requestId).toEqual([
        { id: visitId, request_id: requestId, customer_id: customerId, amount, sign: 1, reverses_id: null },
      ]);
    }
    for (const [requestId, visitId] of till.undone) {
      expect(written(requestId), requestId).toMatchObject([{ sign: -1, reverses_id: visitId }]);
    }
    for (const [what, sql] of Object.entries(disagreements)) expect(readRows(dataDir, sql), what).toEqual([]);
    expect(readRows(dataDir, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(readRows(dataDir, 'PRAGMA foreign_key_check')).toEqual([]);
  });
});
