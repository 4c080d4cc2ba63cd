import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { type Expiration, type ExpiringLot, endOfLot, expirations } from '#shared/domain/loyalty/expiry.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';

/** Rules by the version they were published with. */
export interface RulesOfVersion {
  readonly versionId: number;
  readonly rules: ProgrammeRules;
}

function rulesFrom(versions: readonly RulesOfVersion[]): (versionId: number) => ProgrammeRules {
  const known = new Map(versions.map(({ versionId, rules }) => [versionId, rules]));
  return (versionId) => {
    const rules = known.get(versionId);
    if (!rules) throw new Error(`no rules of version ${versionId}`);
    return rules;
  };
}

/** Open lots that may end by a day: by their own day, or because nobody of the wallet came for long. */
async function endingLots(
  db: ReadDb,
  versions: readonly RulesOfVersion[],
  by: BusinessDay,
): Promise<ExpiringLot[]> {
  const silent = versions.some(({ rules }) =>
    [rules.expiry.points, rules.expiry.stamps].some((rule) => rule.kind === 'inactivity'),
  );
  return db.query<ExpiringLot>(() => ({
    compile: () =>
      sql<ExpiringLot>`
      SELECT l.entry_id AS "lotId", l.wallet_id AS "walletId", l.unit_id AS "unitId", l.remaining AS remaining,
        l.business_day AS day, l.expires_day AS "expiresDay", e.programme_version_id AS "versionId",
        (SELECT MAX(s.last_day) FROM customers AS c JOIN customer_stats AS s ON s.customer_id = c.id
          WHERE c.wallet_id = l.wallet_id) AS "lastDay"
      FROM lots AS l JOIN ledger_entries AS e ON e.id = l.entry_id
      WHERE l.remaining > 0 AND (${silent ? 1 : 0} = 1 OR l.expires_day <= ${by})`.compile(queryBuilder),
  }));
}

/** What has ended by a day and is to be written. */
export async function dueExpirations(
  db: ReadDb,
  input: { readonly versions: readonly RulesOfVersion[]; readonly day: BusinessDay },
): Promise<readonly Expiration[]> {
  const { versions, day } = input;
  return expirations(rulesFrom(versions), await endingLots(db, versions, day), day);
}

export interface ExpiringRow {
  readonly customerId: number;
  readonly name: string;
  readonly unitId: number;
  readonly amount: number;
  readonly day: BusinessDay;
  readonly mayContact: boolean;
}

interface WalletOwner {
  readonly walletId: number;
  readonly customerId: number;
  readonly name: string;
  readonly granted: number | null;
}

/** One member of each wallet, with the newest answer to "may we contact you". */
async function owners(db: ReadDb, walletIds: readonly number[]): Promise<Map<number, WalletOwner>> {
  const found = new Map<number, WalletOwner>();
  for (let index = 0; index < walletIds.length; index += 500) {
    const part = walletIds.slice(index, index + 500);
    const rows = await db.query<WalletOwner>(() => ({
      compile: () =>
        sql<WalletOwner>`
        SELECT c.wallet_id AS "walletId", c.id AS "customerId", c.name AS name,
          (SELECT k.granted FROM consents AS k WHERE k.customer_id = c.id AND k.purpose = 'contact'
            ORDER BY k.id DESC LIMIT 1) AS granted
        FROM customers AS c WHERE c.merged_into_id IS NULL AND c.wallet_id IN (${sql.join(part)}) ORDER BY c.id DESC`.compile(
          queryBuilder,
        ),
    }));
    for (const row of rows) found.set(row.walletId, row);
  }
  return found;
}

/** What will end after `day` and by `until`, whose it is and whether they may be told; soonest first. */
export async function expiringSoon(
  db: ReadDb,
  input: {
    readonly versions: readonly RulesOfVersion[];
    readonly until: BusinessDay;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ total: number; rows: ExpiringRow[] }> {
  const { versions, until } = input;
  const rulesOf = rulesFrom(versions);
  const groups = new Map<string, { walletId: number; unitId: number; day: BusinessDay; amount: number }>();
  for (const lot of await endingLots(db, versions, until)) {
    const day = endOfLot(rulesOf(lot.versionId), lot);
    if (day === null || day > until) continue;
    const key = `${lot.walletId}/${lot.unitId}/${day}`;
    const group = groups.get(key);
    if (group) group.amount += lot.remaining;
    else groups.set(key, { walletId: lot.walletId, unitId: lot.unitId, day, amount: lot.remaining });
  }
  const sorted = [...groups.values()].sort(
    (a, b) => a.day - b.day || b.amount - a.amount || a.walletId - b.walletId,
  );
  const page = sorted.slice(input.offset, input.offset + input.limit);
  const people = await owners(db, [...new Set(page.map((group) => group.walletId))]);
  return {
    total: sorted.length,
    rows: page.flatMap(({ walletId, unitId, amount, day }) => {
      const owner = people.get(walletId);
      if (!owner) return [];
      return [
        {
          customerId: owner.customerId,
          name: owner.name,
          unitId,
          amount,
          day,
          mayContact: owner.granted === 1,
        },
      ];
    }),
  };
}
