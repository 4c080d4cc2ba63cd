import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#migrations/index.ts';

function aDatabase() {
  const database = new BetterSqlite3(':memory:');
  database.pragma('foreign_keys = ON');
  onTestFinished(() => {
    database.close();
  });
  migrate(database, migrations, () => undefined);
  database.exec(`INSERT INTO staff (id, name, role, active, created_at) VALUES (1, 'Owner', 'owner', 1, 0);
    INSERT INTO wallets (id, created_at) VALUES (1, 0);
    INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
    VALUES (1, 1, 'Aino', 'aino', 0, 0, 0, 1)`);
  return database;
}

const aCampaign = (id: number, started: string, stopped = 'NULL') =>
  `INSERT INTO campaigns (id, name, whom, channel, tone, variants, test, from_day, to_day, at, staff_id,
    started_at, started_day, stopped_at, stopped_day) VALUES (${id}, 'Hello', '{}', 'call', 'useful', '[]', NULL, 5, 9, 0, 1,
    ${started}, ${started}, ${stopped}, ${stopped})`;

describe('a campaign', () => {
  it('can be changed and taken away until it is started, and only be stopped from then on', () => {
    const database = aDatabase();
    database.exec(aCampaign(1, 'NULL'));
    database.exec("UPDATE campaigns SET name = 'Other', from_day = 6 WHERE id = 1");
    database.exec('UPDATE campaigns SET started_at = 1, started_day = 6 WHERE id = 1');
    for (const change of ["name = 'Again'", 'to_day = 20', 'started_day = NULL', "variants = '[1]'"]) {
      expect(() => database.exec(`UPDATE campaigns SET ${change}`)).toThrow('stays as it is');
    }
    expect(() => database.exec('DELETE FROM campaigns')).toThrow('stays as it is');
    database.exec('UPDATE campaigns SET stopped_at = 2, stopped_day = 7');
    database.exec(aCampaign(2, 'NULL'));
    database.exec('DELETE FROM campaigns WHERE id = 2');
    expect(database.prepare('SELECT id, name, stopped_day FROM campaigns').all()).toEqual([
      { id: 1, name: 'Other', stopped_day: 7 },
    ]);
  });

  it('names known ways, and cannot be stopped before it is started', () => {
    const database = aDatabase();
    expect(() => database.exec(aCampaign(1, 'NULL', '7'))).toThrow('CHECK');
    expect(() => database.exec(aCampaign(1, 'NULL').replace("'call'", "'fax'"))).toThrow('CHECK');
    expect(() => database.exec(aCampaign(1, 'NULL').replace('5, 9', '9, 5'))).toThrow('CHECK');
  });

  it('keeps its people and the plan of its experiment as they were drawn', () => {
    const database = aDatabase();
    database.exec(aCampaign(1, '6'));
    database.exec(
      "INSERT INTO campaign_people (campaign_id, customer_id, arm, voucher_id) VALUES (1, 1, 'held', NULL)",
    );
    database.exec('INSERT INTO experiments VALUES (1, 21, 0.2, 0.1, 300, 300, 27, 1, 2)');
    for (const table of ['campaign_people', 'experiments']) {
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow('append-only');
    }
    expect(() => database.exec("UPDATE campaign_people SET arm = 'a'")).toThrow('append-only');
    expect(() => database.exec('UPDATE experiments SET effect = 0.5')).toThrow('append-only');
    expect(() =>
      database.exec(
        "INSERT INTO campaign_people (campaign_id, customer_id, arm, voucher_id) VALUES (1, 1, 'a', NULL)",
      ),
    ).toThrow('UNIQUE');
  });
});
