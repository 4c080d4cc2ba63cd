import type { TestShop } from './shop.ts';

/**
 * What must be true of a shop's ledger at every moment, asked of the database itself. Each question returns the rows
 * that break a law; all are empty in a sound shop.
 */
export const ledgerLaws: Readonly<Record<string, string>> = {
  'a balance is the sum of its entries': `
    SELECT b.* FROM balances AS b
    WHERE b.balance <> (SELECT SUM(e.change) FROM ledger_entries AS e
      WHERE e.wallet_id = b.wallet_id AND e.unit_id = b.unit_id)`,
  'every wallet with entries has a balance': `
    SELECT e.wallet_id, e.unit_id FROM ledger_entries AS e
    WHERE NOT EXISTS (SELECT 1 FROM balances AS b WHERE b.wallet_id = e.wallet_id AND b.unit_id = e.unit_id)`,
  'a balance is what open lots hold less what is owed': `
    SELECT b.*, owed.sum AS owed FROM balances AS b
    LEFT JOIN (
      SELECT e.wallet_id, e.unit_id, SUM(-e.change - drawn.sum) AS sum FROM ledger_entries AS e
      INNER JOIN (SELECT id, COALESCE((SELECT SUM(amount) FROM ledger_draws WHERE entry_id = x.id), 0) AS sum
        FROM ledger_entries AS x) AS drawn ON drawn.id = e.id
      WHERE e.change < 0 GROUP BY e.wallet_id, e.unit_id
    ) AS owed ON owed.wallet_id = b.wallet_id AND owed.unit_id = b.unit_id
    WHERE b.balance <> COALESCE((SELECT SUM(l.remaining) FROM lots AS l
      WHERE l.wallet_id = b.wallet_id AND l.unit_id = b.unit_id), 0) - COALESCE(owed.sum, 0)`,
  'a lot is open or a debt, never both': `
    SELECT b.* FROM balances AS b
    WHERE b.balance < 0 AND EXISTS (SELECT 1 FROM lots AS l
      WHERE l.wallet_id = b.wallet_id AND l.unit_id = b.unit_id AND l.remaining > 0)`,
  'only an undo can overdraw': `
    SELECT b.* FROM balances AS b
    WHERE b.balance < 0 AND NOT EXISTS (SELECT 1 FROM ledger_entries AS e
      WHERE e.wallet_id = b.wallet_id AND e.unit_id = b.unit_id AND e.kind = 'reverse' AND e.change < 0)`,
  'no reward was taken that the balance did not pay': `
    SELECT r.* FROM ledger_entries AS r
    WHERE r.kind = 'redeem' AND (SELECT SUM(e.change) FROM ledger_entries AS e
      WHERE e.wallet_id = r.wallet_id AND e.unit_id = r.unit_id AND e.id <= r.id) < 0`,
  'a draw is on a lot of the same wallet and unit': `
    SELECT d.* FROM ledger_draws AS d
    INNER JOIN ledger_entries AS e ON e.id = d.entry_id
    INNER JOIN lots AS l ON l.entry_id = d.lot_id
    WHERE l.wallet_id <> e.wallet_id OR l.unit_id <> e.unit_id`,
  'a lot holds what it was opened with less what was drawn': `
    SELECT l.* FROM lots AS l
    WHERE l.remaining <> l.amount - COALESCE((SELECT SUM(d.amount) FROM ledger_draws AS d WHERE d.lot_id = l.entry_id), 0)`,
  'every earning that gave something opened a lot of that size, and nothing else did': `
    SELECT e.id FROM ledger_entries AS e LEFT JOIN lots AS l ON l.entry_id = e.id
    WHERE (e.kind = 'earn' AND e.change > 0 AND (l.amount IS NULL OR l.amount <> e.change OR l.wallet_id <> e.wallet_id
        OR l.unit_id <> e.unit_id OR l.business_day <> e.business_day))
      OR (l.entry_id IS NOT NULL AND (e.kind <> 'earn' OR e.change <= 0))`,
  'a reward is drawn in full': `
    SELECT e.id FROM ledger_entries AS e
    WHERE e.kind = 'redeem'
      AND e.change <> -COALESCE((SELECT SUM(d.amount) FROM ledger_draws AS d WHERE d.entry_id = e.id), 0)`,
  'a reversal is the opposite of what it reverses, in the same wallet': `
    SELECT r.id FROM ledger_entries AS r LEFT JOIN ledger_entries AS e ON e.id = r.reverses_id
    WHERE r.kind = 'reverse' AND (e.id IS NULL OR r.change <> -e.change OR r.carry_num <> -e.carry_num
      OR r.carry_den <> e.carry_den OR r.wallet_id <> e.wallet_id OR r.unit_id <> e.unit_id OR e.kind = 'reverse')`,
  'all entries of an undone visit are reversed': `
    SELECT e.id FROM ledger_entries AS e
    INNER JOIN visits AS u ON u.reverses_id = e.visit_id
    WHERE NOT EXISTS (SELECT 1 FROM ledger_entries AS r WHERE r.reverses_id = e.id AND r.visit_id = u.id)`,
};

/** The laws that a shop breaks, with the rows that break them. */
export function brokenLaws(shop: TestShop): { law: string; rows: Record<string, unknown>[] }[] {
  return Object.entries(ledgerLaws)
    .map(([law, sql]) => ({ law, rows: shop.rows(sql) }))
    .filter(({ rows }) => rows.length > 0);
}
