import { type RawBuilder, sql } from 'kysely';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import {
  addMonths,
  type Expiration,
  type ExpiringLot,
  endOfLot,
  expirations,
  inactivityDay,
} from '#shared/domain/loyalty/expiry.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';
import { mayBeContacted } from '../repositories/consents.ts';

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

/** Latest day of the newest visit with which any lot has fallen silent by a day; null where no rules ask for it. */
function latestSilence(versions: readonly RulesOfVersion[], by: BusinessDay): BusinessDay | null {
  const days = versions.flatMap(({ rules }) =>
    [rules.expiry.points, rules.expiry.stamps].flatMap((rule) => {
      if (rule.kind !== 'inactivity') return [];
      // Months differ by up to three days, so the day is looked for from a little later backwards.
      let since = addDays(addMonths(by, -rule.months), 3 - rule.graceDays);
      while ((inactivityDay(rule, since) ?? by) > by) since = addDays(since, -1);
      return [since];
    }),
  );
  return days.length === 0 ? null : days.reduce((latest, day) => (day > latest ? day : latest));
}

/** Wallets `(after, to]`; all of them where it is left out. */
interface WalletRange {
  readonly after: number;
  readonly to: number;
}

const inRange = (column: string, range: WalletRange | undefined): RawBuilder<unknown> =>
  range ? sql`${sql.ref(column)} > ${range.after} AND ${sql.ref(column)} <= ${range.to}` : sql`1 = 1`;

/** Newest visit of anybody who shares a wallet; those of merged entries are counted with the one who was kept. */
const lastDays = (range: WalletRange | undefined): RawBuilder<unknown> => sql`
  SELECT c.wallet_id, MAX(s.last_day) AS last_day
  FROM customers AS c JOIN customer_stats AS s ON s.customer_id = c.id
  WHERE ${inRange('c.wallet_id', range)} GROUP BY c.wallet_id`;

/** Open lots that may end by a day: by their own day, or because nobody of the wallet came for long. */
function endingLots(
  versions: readonly RulesOfVersion[],
  by: BusinessDay,
  range?: WalletRange,
): RawBuilder<ExpiringLot> {
  const silence = latestSilence(versions, by);
  const of = sql`l.remaining > 0 AND ${inRange('l.wallet_id', range)}`;
  const columns = sql`l.entry_id AS "lotId", l.wallet_id AS "walletId", l.unit_id AS "unitId",
    l.remaining AS remaining, l.business_day AS day, l.expires_day AS "expiresDay",
    l.programme_version_id AS "versionId"`;
  if (silence === null) {
    return sql`SELECT ${columns}, NULL AS "lastDay" FROM lots AS l WHERE ${of} AND l.expires_day <= ${by}`;
  }
  return sql`
    SELECT ${columns}, d.last_day AS "lastDay"
    FROM lots AS l LEFT JOIN (${lastDays(range)}) AS d ON d.wallet_id = l.wallet_id
    WHERE ${of} AND (l.expires_day <= ${by}
      OR (l.business_day <= ${silence} AND (d.last_day IS NULL OR d.last_day <= ${silence})))`;
}

function rowsOf<R>(db: ReadDb, query: RawBuilder<R>): Promise<R[]> {
  return db.query<R>(() => ({ compile: () => query.compile(queryBuilder) }));
}

/** Wallets looked at in one question, so that no answer is large. */
const walletsAtOnce = 200;

/**
 * What has ended by a day and is to be written, of some wallets.
 * @param input.after wallets up to this one are done already; 0 = none
 * @returns `next` to go on with; null when there is nothing more
 */
export async function dueExpirations(
  db: ReadDb,
  input: {
    readonly versions: readonly RulesOfVersion[];
    readonly day: BusinessDay;
    readonly after: number;
  },
): Promise<{ readonly expirations: readonly Expiration[]; readonly next: number | null }> {
  const { versions, day, after } = input;
  const [last] = await rowsOf(
    db,
    sql<{ walletId: number | null }>`
      SELECT MAX(id) AS "walletId" FROM (
        SELECT id FROM wallets WHERE id > ${after} ORDER BY id LIMIT ${walletsAtOnce}
      ) AS some`,
  );
  const next = last?.walletId ?? null;
  if (next === null) return { expirations: [], next: null };
  const lots = await rowsOf(db, endingLots(versions, day, { after, to: next }));
  return { expirations: expirations(rulesFrom(versions), lots, day), next };
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
          ${mayBeContacted(sql`SELECT c.id UNION ALL SELECT m.id FROM customers AS m WHERE m.merged_into_id = c.id`)} AS granted
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
  for (const lot of await rowsOf(db, endingLots(versions, until))) {
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
