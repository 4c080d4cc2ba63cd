import { setTimeout as pause } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { answerOf, expectSound } from '#tests/support/kills.ts';
import { readRows } from '#tests/support/shop-file.ts';
import { addCustomers, setUpCafe } from '#tests/support/shop-on-host.ts';
import { type RunningHost, startHost } from '#tests/support/start-host.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const KILLS = 70;
/** Calls under way at the same time, as from a hurried till with a retry. */
const LANES = 3;

interface Intent {
  readonly requestId: string;
  readonly customerId: number | null;
  readonly amount: number;
  readonly redeem: readonly { readonly rewardId: number }[];
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
  readonly #rewardId: number;

  /** @param rewardId a reward that a large check-in or two pay for */
  constructor(customers: readonly number[], rewardId: number) {
    this.#customers = customers;
    this.#rewardId = rewardId;
  }

  /** Checks people in until the host is gone. */
  async serve(host: RunningHost): Promise<void> {
    for (;;) {
      const retried = this.unanswered.shift();
      const intent = retried ?? this.#nextIntent();
      const { redeem, ...rest } = intent;
      const call = host.client.till.checkIn({ ...rest, redeem: [...redeem] });
      const receipt = await answerOf(call.catch(refusedReward));
      if (receipt === null) {
        this.unanswered.push(intent);
        return;
      }
      if (receipt === 'refused') continue;
      this.#hear(intent, receipt, retried !== undefined);
      if (Math.random() < 0.1) await this.#undo(host, receipt.visitId);
    }
  }

  #nextIntent(): Intent {
    const pick = Math.floor(Math.random() * (this.#customers.length + 1));
    const customerId = this.#customers[pick] ?? null;
    // What some large check-ins earn, others spend.
    const draw = Math.random();
    const isLarge = customerId !== null && draw < 0.3;
    const redeems = customerId !== null && draw > 0.7;
    return {
      requestId: crypto.randomUUID(),
      customerId,
      amount: isLarge ? 60_000 : 100 + Math.floor(Math.random() * 2_000),
      redeem: redeems ? [{ rewardId: this.#rewardId }] : [],
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

/** A reward that nobody has the points for yet is refused with a code; then nothing was written. */
function refusedReward(error: unknown): 'refused' {
  if (error instanceof ORPCError && refusals.has(error.code)) return 'refused';
  throw error;
}
const refusals = new Set(['InsufficientBalance', 'RewardNotAvailable']);

interface VisitRow {
  readonly id: number;
  readonly request_id: string;
  readonly customer_id: number | null;
  readonly amount: number | null;
  readonly sign: number;
  readonly reverses_id: number | null;
}

describe(`a host that is killed ${KILLS} times while people check in and use rewards`, () => {
  it('keeps every acknowledged check-in once, and every sum agrees', async () => {
    const dataDir = temporaryDirectory();
    let host = await startHost({ dataDir });
    await setUpCafe(host);
    const { rules } = await host.client.loyalty.programme();
    const beans = rules.rewards.find(({ unitId }) => unitId === rules.pointsUnitId);
    const till = new Till(
      await addCustomers(host, ['Aino Mäkelä', 'Olli Nieminen', 'Sofia Åkerlund', 'Petra Salonen']),
      beans?.id ?? expect.fail('a reward for points'),
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
    for (const { visitId, redeem, ...rest } of [...till.acknowledged.values()].slice(-20)) {
      const again = await host.client.till.checkIn({ ...rest, redeem: [...redeem] });
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
    const redeemed = [...till.acknowledged.values()].filter(({ redeem }) => redeem.length > 0);
    expect(redeemed.length).toBeGreaterThan(10);
    const used = readRows<{ visit_id: number; n: number }>(
      dataDir,
      "SELECT visit_id, count(*) AS n FROM ledger_entries WHERE kind = 'redeem' GROUP BY 1",
    );
    for (const { visitId } of redeemed)
      expect(used.filter((row) => row.visit_id === visitId)).toEqual([{ visit_id: visitId, n: 1 }]);
    expectSound(dataDir);
  });
});
