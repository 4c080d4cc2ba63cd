import { sql } from 'kysely';
import {
  addDays,
  type BusinessDay,
  minuteOfDay,
  type ShopCalendar,
} from '#shared/domain/business-day/business-day.ts';
import {
  type Deduction,
  deductionOfReward,
  deductionOfVoucher,
  settleBill,
} from '#shared/domain/loyalty/bill.ts';
import type { EarnLine } from '#shared/domain/loyalty/earn.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import type { SimulatedVisit } from '#shared/domain/loyalty/simulate.ts';
import type { Benefit } from '#shared/domain/loyalty/vouchers.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import { nearestBirthday } from '#shared/domain/visits/birthdays.ts';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';

/** What a replay needs beside the visits; nothing is read that no rules ask for. */
export interface ReplayOptions {
  readonly calendar: ShopCalendar;
  readonly categories: ReadonlyMap<number, string>;
  /** Every set of rules that is replayed. */
  readonly rules: readonly ProgrammeRules[];
  /** Rules by the version that wrote an entry: which item a reward gave. */
  readonly rulesOf: (versionId: number) => ProgrammeRules | undefined;
}

interface VisitRow {
  readonly id: number;
  readonly customerId: number;
  readonly walletId: number;
  readonly versionId: number | null;
  readonly day: BusinessDay;
  readonly at: number;
  readonly amount: number | null;
}

/** Who a visit is counted for: a merged customer's visits belong to the one kept. */
const who = sql`COALESCE(c.merged_into_id, c.id)`;

/** Days read at once: some thousand visits, a few milliseconds. */
const daysAtOnce = 7;

/** Visits of customers that stand, in the order of time, with what was returned later taken off the sum. */
function visitsBetween(db: ReadDb, from: BusinessDay, to: BusinessDay): Promise<VisitRow[]> {
  return db.query<VisitRow>(() => ({
    compile: () =>
      sql<VisitRow>`
      SELECT v.id AS id, k.id AS "customerId", k.wallet_id AS "walletId",
        v.programme_version_id AS "versionId", v.business_day AS day, v.at AS at,
        v.amount + COALESCE((SELECT SUM(f.amount) FROM visits AS f WHERE f.refunds_id = v.id), 0) AS amount
      FROM visits AS v JOIN customers AS c ON c.id = v.customer_id JOIN customers AS k ON k.id = ${who}
      WHERE v.business_day >= ${from} AND v.business_day < ${to} AND v.sign = 1
        AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = v.id)
      ORDER BY v.business_day, v.at, v.id`.compile(queryBuilder),
  }));
}

interface LineRow extends Omit<EarnLine, 'category'> {
  readonly visitId: number;
}

/** Orders of those days, by visit. */
async function linesBetween(
  db: ReadDb,
  from: BusinessDay,
  to: BusinessDay,
  categories: ReadonlyMap<number, string>,
): Promise<Map<number, EarnLine[]>> {
  const rows = await db.query<LineRow>(() => ({
    compile: () =>
      sql<LineRow>`
      SELECT l.visit_id AS "visitId", l.item_id AS "itemId", l.quantity AS quantity, l.unit_price AS "unitPrice"
      FROM visits AS v JOIN visit_lines AS l ON l.visit_id = v.id
      WHERE v.business_day >= ${from} AND v.business_day < ${to} AND v.sign = 1
      ORDER BY l.visit_id, l.line`.compile(queryBuilder),
  }));
  const lines = new Map<number, EarnLine[]>();
  for (const { visitId, ...line } of rows) {
    const own = { ...line, category: categories.get(line.itemId) ?? '' };
    const list = lines.get(visitId);
    if (list) list.push(own);
    else lines.set(visitId, [own]);
  }
  return lines;
}

/** What rewards and vouchers took off the orders of those days, by visit. */
async function deductionsBetween(
  db: ReadDb,
  from: BusinessDay,
  to: BusinessDay,
  rulesOf: ReplayOptions['rulesOf'],
): Promise<Map<number, Deduction[]>> {
  const given = new Map<number, Deduction[]>();
  const add = (visitId: number, deduction: Deduction) =>
    given.set(visitId, [...(given.get(visitId) ?? []), deduction]);
  type RewardRow = { visitId: number; why: string; versionId: number };
  const rewards = await db.query<RewardRow>(() => ({
    compile: () =>
      sql<RewardRow>`
      SELECT visit_id AS "visitId", why, programme_version_id AS "versionId" FROM ledger_entries
      WHERE business_day >= ${from} AND business_day < ${to} AND kind = 'redeem' AND visit_id IS NOT NULL
      ORDER BY id`.compile(queryBuilder),
  }));
  for (const { visitId, why, versionId } of rewards) {
    const reason = JSON.parse(why) as Why;
    const rewardId = reason.kind === 'reward' ? reason.rewardId : 0;
    const reward = rulesOf(versionId)?.rewards.find((one) => one.id === rewardId);
    if (reward) add(visitId, deductionOfReward(reward));
  }
  type VoucherRow = { visitId: number; benefit: string };
  const vouchers = await db.query<VoucherRow>(() => ({
    compile: () =>
      sql<VoucherRow>`
      SELECT u.visit_id AS "visitId", w.benefit AS benefit
      FROM vouchers AS w JOIN voucher_uses AS u ON u.voucher_id = w.id JOIN visits AS v ON v.id = u.visit_id
      WHERE v.business_day >= ${from} AND v.business_day < ${to} ORDER BY w.id`.compile(queryBuilder),
  }));
  for (const { visitId, benefit } of vouchers)
    add(visitId, deductionOfVoucher(JSON.parse(benefit) as Benefit));
  return given;
}

const needsLines = (rules: ProgrammeRules): boolean =>
  (rules.points !== null && rules.points.excluded.length + rules.points.perItem.length > 0) ||
  rules.stampCards.some((card) => card.on.kind === 'items');

const needsNumbers = ({ gifts }: ProgrammeRules): boolean =>
  gifts.signUp !== null || gifts.referral !== null || gifts.milestones.length > 0;

interface PersonRow {
  readonly id: number;
  readonly day: number | null;
  readonly month: number | null;
  readonly referredById: number | null;
}

/** Birthdays and who brought whom, of everybody. */
async function peopleOf(db: ReadDb): Promise<Map<number, PersonRow>> {
  const rows = await db.query<PersonRow>((k) =>
    k
      .selectFrom('customers')
      .select(['id', 'birth_day as day', 'birth_month as month', 'referred_by_id as referredById'])
      .where((eb) => eb.or([eb('birth_month', 'is not', null), eb('referred_by_id', 'is not', null)])),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many days everybody had come before a day. */
async function visitsBefore(db: ReadDb, day: BusinessDay): Promise<Map<number, number>> {
  type Row = { customerId: number; days: number };
  const rows = await db.query<Row>(() => ({
    compile: () =>
      sql<Row>`
      SELECT COALESCE(c.merged_into_id, c.id) AS "customerId", SUM(n.days) AS days
      FROM (
        SELECT customer_id, COUNT(*) AS days FROM (
          SELECT customer_id FROM visits WHERE customer_id IS NOT NULL AND business_day < ${day}
          GROUP BY customer_id, business_day HAVING SUM(sign) > 0
        ) GROUP BY customer_id
      ) AS n JOIN customers AS c ON c.id = n.customer_id
      GROUP BY COALESCE(c.merged_into_id, c.id)`.compile(queryBuilder),
  }));
  return new Map(rows.map((row) => [row.customerId, row.days]));
}

/** How many visits a replay passes over. */
export async function countReplayed(db: ReadDb, from: BusinessDay, to: BusinessDay): Promise<number> {
  const rows = await db.query<{ n: number }>(() => ({
    compile: () =>
      sql<{ n: number }>`
      SELECT COUNT(*) AS n FROM visits
      WHERE business_day >= ${from} AND business_day < ${to} AND sign = 1 AND customer_id IS NOT NULL`.compile(
        queryBuilder,
      ),
  }));
  return rows[0]?.n ?? 0;
}

/** Real visits of `[from, to)` as they are replayed, read some days at a time. */
export async function* replayedVisits(
  db: ReadDb,
  span: { readonly from: BusinessDay; readonly to: BusinessDay },
  options: ReplayOptions,
): AsyncGenerator<SimulatedVisit[], void, undefined> {
  const { rules, calendar, categories } = options;
  const withLines = rules.some(needsLines);
  const hasPeople = rules.some(({ gifts }) => gifts.birthday !== null || gifts.referral !== null);
  const people = hasPeople ? await peopleOf(db) : new Map<number, PersonRow>();
  const numbers = rules.some(needsNumbers) ? await visitsBefore(db, span.from) : new Map<number, number>();
  const lastDays = new Map<number, BusinessDay>();
  const numberOf = (customerId: number, day: BusinessDay): number | null => {
    if (lastDays.get(customerId) === day) return null;
    lastDays.set(customerId, day);
    const number = (numbers.get(customerId) ?? 0) + 1;
    numbers.set(customerId, number);
    return number;
  };
  const daysToBirthday = (person: PersonRow | undefined, day: BusinessDay): number | null => {
    if (person?.day == null || person.month === null) return null;
    const nearest = nearestBirthday({ day: person.day, month: person.month }, day);
    return nearest === null ? null : Math.abs(nearest - day);
  };
  for (let from = span.from; from < span.to; from = addDays(from, daysAtOnce)) {
    const to = addDays(from, Math.min(daysAtOnce, span.to - from));
    const visits = await visitsBetween(db, from, to);
    const lines = withLines ? await linesBetween(db, from, to, categories) : null;
    const given = lines ? await deductionsBetween(db, from, to, options.rulesOf) : null;
    yield visits.map(({ id, customerId, walletId, versionId, day, at, amount }) => {
      const ordered = lines?.get(id) ?? [];
      const deductions = given?.get(id) ?? [];
      const person = people.get(customerId);
      return {
        customerId,
        walletId,
        ...(versionId === null ? {} : { versionId }),
        day,
        minute: minuteOfDay(at, calendar),
        amount,
        lines:
          deductions.length === 0 ? ordered : settleBill({ amount: 0, lines: ordered }, deductions).lines,
        visitNumber: numberOf(customerId, day),
        daysToBirthday: daysToBirthday(person, day),
        referredById: person?.referredById ?? null,
      };
    });
  }
}
