import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Path of the shop's file in a data directory. */
export const shopFileIn = (dataDir: string): string => join(dataDir, 'shop.sqlite');

/** A hash of a file's bytes, to prove that nobody touched it; null when it is not there. */
export function hashOf(file: string): string | null {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : null;
}

/** All rows of a query on the file of a shop that is closed. */
export function readRows<T>(dataDir: string, sql: string): readonly T[] {
  const database = new Database(shopFileIn(dataDir), { readonly: true });
  try {
    return database.prepare(sql).all() as T[];
  } finally {
    database.close();
  }
}

/** Sums that must agree in every state of a shop, each as a query for the rows where they do not. */
export const disagreements: Readonly<Record<string, string>> = {
  'a balance is not the sum of its entries': `
    SELECT coalesce(b.wallet_id, e.wallet_id) AS wallet, b.balance, e.total
    FROM balances b
    FULL JOIN (SELECT wallet_id, unit_id, sum(change) AS total FROM ledger_entries GROUP BY 1, 2) e
      ON e.wallet_id = b.wallet_id AND e.unit_id = b.unit_id
    WHERE coalesce(b.balance, 0) <> coalesce(e.total, 0)`,
  'a lot has not what its draws leave': `
    SELECT l.entry_id, l.amount, l.remaining FROM lots l
    LEFT JOIN (SELECT lot_id, sum(amount) AS drawn FROM ledger_draws GROUP BY 1) d ON d.lot_id = l.entry_id
    WHERE l.remaining <> l.amount - coalesce(d.drawn, 0) OR l.remaining < 0`,
  'a request was written twice': 'SELECT request_id, count(*) AS n FROM visits GROUP BY 1 HAVING n > 1',
  'a visit was reversed twice': `
    SELECT reverses_id, count(*) AS n FROM visits WHERE reverses_id IS NOT NULL GROUP BY 1 HAVING n > 1`,
  "a customer's count is not that of the visits": `
    SELECT s.customer_id, s.check_ins, v.n FROM customer_stats s
    FULL JOIN (SELECT customer_id, sum(sign) AS n FROM visits WHERE customer_id IS NOT NULL GROUP BY 1) v
      ON v.customer_id = s.customer_id
    WHERE coalesce(s.check_ins, 0) <> coalesce(v.n, 0)`,
  "a day's count is not that of the visits": `
    SELECT d.business_day, d.check_ins, v.n FROM day_totals d
    FULL JOIN (SELECT business_day, sum(sign) AS n FROM visits GROUP BY 1) v ON v.business_day = d.business_day
    WHERE coalesce(d.check_ins, 0) <> coalesce(v.n, 0)`,
};
