import BetterSqlite3 from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#migrations/index.ts';

it('fills in which playbook was followed where that is certain, and keeps it from then on', () => {
  const database = new BetterSqlite3(':memory:');
  onTestFinished(() => {
    database.close();
  });
  const before = migrations.filter(({ number }) => number < 150);
  migrate(database, before, () => undefined);
  database.exec(`INSERT INTO staff (id, name, role, active, created_at) VALUES (1, 'Owner', 'owner', 1, 0);
    INSERT INTO wallets (id, created_at) VALUES (1, 0);
    INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
    VALUES (1, 1, 'Aino', 'aino', 0, 0, 0, 1);
    INSERT INTO playbook_versions (id, situation, content, at, staff_id) VALUES (5, 'slippingHigh', NULL, 0, 1);
    INSERT INTO campaigns (id, name, whom, channel, tone, variants, from_day, to_day, at, staff_id, started_at, started_day)
    VALUES (1, 'Hello', '{}', 'call', 'useful', '[]', 5, 9, 0, 1, 0, 5);
    INSERT INTO campaign_people (campaign_id, customer_id, arm) VALUES (1, 1, 'a');`);
  const fact = database.prepare(
    `INSERT INTO follow_up_facts (id, request_id, customer_id, reason, outcome, playbook_id, detail, tone, at, business_day,
      staff_id) VALUES (?, ?, 1, ?, 'reached', ?, '{}', 'useful', 0, 0, 1)`,
  );
  const reasons = [
    ['birthday', null],
    ['slipping', 5],
    // Whether they were valuable then, nobody knows any more.
    ['slipping', null],
    ['campaign', null],
  ] as const;
  for (const [index, [reason, version]] of reasons.entries()) {
    fact.run(index + 1, `fact-${index}`, reason, version);
  }
  migrate(database, migrations, () => undefined);
  const situations = database.prepare('SELECT situation FROM follow_up_facts ORDER BY id').pluck().all();
  expect(situations).toEqual(['birthday', 'slippingHigh', null, null]);
  const change = (sql: string) => () => database.exec(sql);
  expect(change("UPDATE follow_up_facts SET situation = 'promise' WHERE id = 1")).toThrow('append-only');
  expect(change("UPDATE campaign_people SET situation = 'promise'")).toThrow('append-only');
  expect(
    change("INSERT INTO campaign_people (campaign_id, customer_id, arm, situation) VALUES (1, 2, 'a', 'x')"),
  ).toThrow('CHECK');
  // A campaign that runs stays as it is, but for what is in its way.
  database.exec("UPDATE campaigns SET hindrance = 'budget' WHERE id = 1");
  expect(change("UPDATE campaigns SET name = 'Other'")).toThrow('stays as it is');
});
