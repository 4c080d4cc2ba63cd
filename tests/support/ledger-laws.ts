import type { TestShop } from './shop.ts';

/** A lot and those into which what it held has gone, in other wallets. */
const heldIn = (lotId: string) => `
  WITH RECURSIVE held (lot_id) AS (SELECT ${lotId} UNION SELECT t.in_id FROM held AS h
    INNER JOIN ledger_draws AS w ON w.lot_id = h.lot_id INNER JOIN wallet_transfers AS t ON t.out_id = w.entry_id)
  SELECT lot_id FROM held`;

/**
 * What must be true of a shop's ledger at every moment, asked of the database itself. Each question returns the rows
 * that break a law; all are empty in a sound shop.
 */
export const ledgerLaws: Readonly<Record<string, string>> = {
  'what goes out of a wallet comes into another one, neither more nor less, points and remainder': `
    SELECT t.* FROM wallet_transfers AS t
    INNER JOIN ledger_entries AS o ON o.id = t.out_id INNER JOIN ledger_entries AS i ON i.id = t.in_id
    WHERE o.change <> -i.change OR o.carry_num <> -i.carry_num OR o.carry_den <> i.carry_den OR o.unit_id <> i.unit_id
      OR o.wallet_id = i.wallet_id OR o.kind <> 'transfer' OR i.kind <> 'transfer'`,
  'nothing stays in a wallet that has gone into another one': `
    SELECT b.* FROM balances AS b INNER JOIN wallets AS w ON w.id = b.wallet_id
    WHERE w.moved_into_id IS NOT NULL AND (b.balance <> 0 OR b.carry_num <> 0)`,
  'everybody who is not merged uses a wallet that is in use': `
    SELECT c.id FROM customers AS c INNER JOIN wallets AS w ON w.id = c.wallet_id
    WHERE c.merged_into_id IS NULL AND w.moved_into_id IS NOT NULL`,
  'a merged entry is merged into one that is not': `
    SELECT c.id FROM customers AS c INNER JOIN customers AS k ON k.id = c.merged_into_id
    WHERE c.merged_into_id <> c.id AND (k.merged_into_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM merges AS m
      WHERE m.merged_id = c.id AND m.undone_at IS NULL))`,
  'nothing stands of somebody who was taken back with an import': `
    SELECT c.id FROM customers AS c
    WHERE c.merged_into_id = c.id AND (c.phone IS NOT NULL OR c.email IS NOT NULL OR c.external_ref IS NOT NULL
      OR EXISTS (SELECT 1 FROM cards AS k WHERE k.customer_id = c.id)
      OR EXISTS (SELECT 1 FROM customer_stats AS s WHERE s.customer_id = c.id)
      OR EXISTS (SELECT 1 FROM balances AS b WHERE b.wallet_id = c.wallet_id AND b.balance <> 0)
      OR EXISTS (SELECT 1 FROM visits AS v WHERE v.customer_id = c.id AND v.sign = 1
        AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = v.id)))`,
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
      WHERE e.change < 0 AND NOT EXISTS (SELECT 1 FROM ledger_entries AS u WHERE u.reverses_id = e.id)
      GROUP BY e.wallet_id, e.unit_id
    ) AS owed ON owed.wallet_id = b.wallet_id AND owed.unit_id = b.unit_id
    WHERE b.balance <> COALESCE((SELECT SUM(l.remaining) FROM lots AS l
      WHERE l.wallet_id = b.wallet_id AND l.unit_id = b.unit_id), 0) - COALESCE(owed.sum, 0)`,
  'a lot is open or a debt, never both': `
    SELECT b.* FROM balances AS b
    WHERE b.balance < 0 AND EXISTS (SELECT 1 FROM lots AS l
      WHERE l.wallet_id = b.wallet_id AND l.unit_id = b.unit_id AND l.remaining > 0)`,
  'only money that went back can overdraw': `
    SELECT b.* FROM balances AS b
    WHERE b.balance < 0 AND NOT EXISTS (SELECT 1 FROM ledger_entries AS e
      WHERE e.wallet_id = b.wallet_id AND e.unit_id = b.unit_id AND e.kind IN ('reverse', 'transfer') AND e.change < 0)`,
  'no reward, correction or expiry takes what the balance does not hold': `
    SELECT r.* FROM ledger_entries AS r
    WHERE r.kind IN ('redeem', 'adjust', 'expire') AND r.change < 0 AND (SELECT SUM(e.change) FROM ledger_entries AS e
      WHERE e.wallet_id = r.wallet_id AND e.unit_id = r.unit_id AND e.id <= r.id) < 0`,
  'a draw is on a lot of the same wallet and unit': `
    SELECT d.* FROM ledger_draws AS d
    INNER JOIN ledger_entries AS e ON e.id = d.entry_id
    INNER JOIN lots AS l ON l.entry_id = d.lot_id
    WHERE l.wallet_id <> e.wallet_id OR l.unit_id <> e.unit_id`,
  'a lot holds what it was opened with less what was drawn': `
    SELECT l.* FROM lots AS l
    WHERE l.remaining <> l.amount - COALESCE((SELECT SUM(d.amount) FROM ledger_draws AS d WHERE d.lot_id = l.entry_id), 0)`,
  'every credit opened a lot of that size, and nothing else did': `
    SELECT e.id FROM ledger_entries AS e LEFT JOIN lots AS l ON l.entry_id = e.id
    WHERE (e.kind IN ('earn', 'gift', 'adjust', 'transfer') AND e.change > 0 AND (l.amount IS NULL
        OR l.amount <> e.change OR l.wallet_id <> e.wallet_id OR l.unit_id <> e.unit_id
        OR (e.kind <> 'transfer' AND (l.business_day <> e.business_day
          OR l.programme_version_id <> e.programme_version_id))))
      OR (l.entry_id IS NOT NULL AND (e.kind = 'reverse' OR e.change <= 0))`,
  'what is spent or ends is drawn in full': `
    SELECT e.id FROM ledger_entries AS e
    WHERE e.kind IN ('redeem', 'adjust', 'expire') AND e.change < 0
      AND e.change <> -COALESCE((SELECT SUM(d.amount) FROM ledger_draws AS d WHERE d.entry_id = e.id), 0)`,
  'the lot that ends first is spent first': `
    SELECT e.id, drawn.entry_id, passed.entry_id AS passed FROM ledger_entries AS e
    INNER JOIN (SELECT entry_id, lot_id, MAX(id) AS last FROM ledger_draws WHERE amount > 0 GROUP BY entry_id) AS d
      ON d.entry_id = e.id
    INNER JOIN ledger_draws AS one ON one.entry_id = e.id
    INNER JOIN lots AS drawn ON drawn.entry_id = one.lot_id
    INNER JOIN lots AS passed ON passed.wallet_id = drawn.wallet_id AND passed.unit_id = drawn.unit_id
      AND passed.entry_id < e.id
      AND (COALESCE(passed.expires_day, 9e9), passed.entry_id) < (COALESCE(drawn.expires_day, 9e9), drawn.entry_id)
    WHERE e.kind IN ('redeem', 'adjust') AND e.change < 0
      AND passed.amount > COALESCE((SELECT SUM(x.amount) FROM ledger_draws AS x
        WHERE x.lot_id = passed.entry_id AND x.id <= d.last), 0)`,
  'only what has reached its end expires': `
    SELECT e.id, l.entry_id FROM ledger_entries AS e
    INNER JOIN ledger_draws AS d ON d.entry_id = e.id INNER JOIN lots AS l ON l.entry_id = d.lot_id
    WHERE e.kind = 'expire' AND l.expires_day > e.business_day`,
  'a reversal is the opposite of what it reverses but for what has expired, in the same wallet': `
    SELECT r.id FROM ledger_entries AS r INNER JOIN ledger_entries AS e ON e.id = r.reverses_id
    WHERE r.carry_num <> -e.carry_num OR r.carry_den <> e.carry_den OR r.wallet_id <> e.wallet_id
      OR r.unit_id <> e.unit_id OR (e.kind = 'reverse' AND e.refunds_id IS NULL)
      OR (e.change > 0 AND r.change <> -e.change + COALESCE((SELECT SUM(d.amount) FROM ledger_draws AS d
        INNER JOIN ledger_entries AS x ON x.id = d.entry_id
        WHERE x.kind = 'expire' AND x.id < r.id AND d.lot_id IN (${heldIn('e.id')})), 0))
      OR (e.change <= 0 AND e.kind <> 'transfer' AND r.change <> -e.change)`,
  'a row that reverses names what it takes back': `
    SELECT id FROM ledger_entries
    WHERE (kind = 'reverse') <> (reverses_id IS NOT NULL OR refunds_id IS NOT NULL)`,
  'refunds take back no more than the earning gave': `
    SELECT e.id FROM ledger_entries AS e INNER JOIN ledger_entries AS r ON r.refunds_id = e.id
    WHERE NOT EXISTS (SELECT 1 FROM ledger_entries AS u WHERE u.reverses_id = r.id)
    GROUP BY e.id, e.change HAVING SUM(-r.change) > e.change OR MAX(r.change) > 0`,
  'all entries of an undone visit and of its refunds are taken back': `
    SELECT e.id FROM ledger_entries AS e
    INNER JOIN visits AS v ON v.id = e.visit_id
    INNER JOIN visits AS u ON u.reverses_id = COALESCE(v.refunds_id, v.id)
    WHERE e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_entries AS r WHERE r.reverses_id = e.id)`,
  'no more money is returned than was paid': `
    SELECT v.id FROM visits AS v INNER JOIN visits AS r ON r.refunds_id = v.id
    GROUP BY v.id, v.amount HAVING v.amount + SUM(r.amount) < 0`,
};

/** The laws that a shop breaks, with the rows that break them. */
export function brokenLaws(shop: TestShop): { law: string; rows: Record<string, unknown>[] }[] {
  return Object.entries(ledgerLaws)
    .map(([law, sql]) => ({ law, rows: shop.rows(sql) }))
    .filter(({ rows }) => rows.length > 0);
}
