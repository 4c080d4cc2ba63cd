import type { GapFigures } from '#shared/contract/reports.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { kaplanMeier } from '#shared/domain/retention/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { endOf, type UpTo } from './cohort-query.ts';
import { eachCustomerDays, type PaidDay } from './customer-days.ts';
import type { Run } from './run.ts';

export interface GapProgress {
  readonly done: number;
  readonly total: number;
}

/** How often each length of a gap and of a wait occurs. */
class GapCounts {
  readonly #gaps = new Map<number, number>();
  readonly #waits = new Map<number, number>();
  readonly #end: BusinessDay;

  constructor(end: BusinessDay) {
    this.#end = end;
  }

  /** Takes all days of some customers, one customer after another, each one's rising. */
  add(rows: readonly PaidDay[]): void {
    let before: PaidDay | null = null;
    for (const row of rows) {
      if (before?.customerId === row.customerId) count(this.#gaps, row.day - before.day);
      else if (before) this.#wait(before.day);
      before = row;
    }
    if (before) this.#wait(before.day);
  }

  /** Nobody waits since the last day looked at. */
  #wait(since: BusinessDay): void {
    const days = this.#end - 1 - since;
    if (days > 0) count(this.#waits, days);
  }

  rows() {
    return [
      ...Array.from(this.#gaps, ([days, times]) => ({ days, event: 1 as const, count: times })),
      ...Array.from(this.#waits, ([days, times]) => ({ days, event: 0 as const, count: times })),
    ];
  }
}

function count(lengths: Map<number, number>, days: number): void {
  lengths.set(days, (lengths.get(days) ?? 0) + 1);
}

/** Time between visits, all gaps pooled (metrics.md §4): frequent customers weigh more, so it comes without limits. */
export async function gapFigures(db: ReadDb, question: UpTo, run: Run<GapProgress>): Promise<GapFigures> {
  const end = endOf(question);
  const counts = new GapCounts(end);
  await eachCustomerDays(
    db,
    { end },
    (rows) => counts.add(rows),
    async (done, total) => {
      run.tell({ done, total });
      await run.pause();
    },
  );
  const curve = kaplanMeier(counts.rows());
  return {
    n: curve.n,
    events: curve.events,
    median: curve.median,
    lastT: curve.lastT,
    solidUntil: curve.solidUntil,
    steps: curve.steps.map(({ t, S, atRisk, events }) => ({ t, S, atRisk, events })),
  };
}
