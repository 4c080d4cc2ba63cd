import type Database from 'better-sqlite3';
import {
  advance,
  type MonthPart,
  type NewVisit,
  noVisits,
  type VisitStats,
} from '#shared/domain/visits/summarise.ts';

interface DaySum {
  checkIns: number;
  identified: number;
  amount: number;
  identifiedAmount: number;
  amountCheckIns: number;
  rewards: number;
}

interface MonthRow extends MonthPart {
  readonly customerId: number;
}

/** The derived tables of visits that come in order, kept in memory and written at the end. */
export class DesignSummaries {
  readonly #stats = new Map<number, VisitStats>();
  readonly #current = new Map<number, MonthRow>();
  readonly #months: MonthRow[] = [];
  readonly #days = new Map<number, DaySum>();

  customer(customerId: number, visit: NewVisit): void {
    const next = advance(this.#stats.get(customerId) ?? noVisits, visit);
    if (!next) throw new Error('visits must come in order');
    this.#stats.set(customerId, next.stats);
    const { part } = next;
    const row = this.#current.get(customerId);
    if (row?.month === part.month) {
      const sum = { ...row, visits: row.visits + part.visits, spend: row.spend + part.spend };
      this.#current.set(customerId, sum);
      return;
    }
    if (row) this.#months.push(row);
    this.#current.set(customerId, { ...part, customerId });
  }

  #day(day: number): DaySum {
    const none = {
      checkIns: 0,
      identified: 0,
      amount: 0,
      identifiedAmount: 0,
      amountCheckIns: 0,
      rewards: 0,
    };
    const sum = this.#days.get(day) ?? none;
    this.#days.set(day, sum);
    return sum;
  }

  /** A check-in that was undone leaves the row of its day behind. */
  undone(visit: NewVisit): void {
    this.#day(visit.day);
  }

  day(visit: NewVisit, isIdentified: boolean, rewards: number): void {
    const sum = this.#day(visit.day);
    sum.checkIns += 1;
    sum.identified += isIdentified ? 1 : 0;
    sum.amount += visit.amount ?? 0;
    sum.identifiedAmount += isIdentified ? (visit.amount ?? 0) : 0;
    sum.amountCheckIns += visit.amount === null ? 0 : 1;
    sum.rewards += rewards;
  }

  /** Writes every row, in the order of its key. */
  finish(database: Database.Database, customerIds: readonly number[]): void {
    const insertStats = database.prepare('INSERT INTO customer_stats VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    for (const id of customerIds) {
      const { firstDay, lastDay, lastAt, visits, checkIns, spend, amountCheckIns } =
        this.#stats.get(id) ?? noVisits;
      insertStats.run(id, firstDay, lastDay, lastAt, visits, checkIns, spend, amountCheckIns);
    }
    const months = [...this.#months, ...this.#current.values()];
    months.sort((a, b) => a.month - b.month || a.customerId - b.customerId);
    const insertMonth = database.prepare('INSERT INTO customer_month VALUES (?, ?, ?, ?, ?, ?)');
    for (const { month, customerId, visits, spend, age, prev } of months) {
      insertMonth.run(month, customerId, visits, spend, age, prev);
    }
    const insertDay = database.prepare('INSERT INTO day_totals VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const [day, sum] of this.#days) {
      insertDay.run(
        day,
        sum.checkIns,
        sum.identified,
        sum.amount,
        sum.identifiedAmount,
        sum.amountCheckIns,
        sum.rewards,
      );
    }
  }
}
