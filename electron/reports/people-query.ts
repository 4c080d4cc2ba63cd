import { sql } from 'kysely';
import { addDays, formatDay } from '#shared/domain/business-day/business-day.ts';
import type { Period } from '#shared/domain/retention/index.ts';
import {
  type Served,
  type SilentVips,
  type StaffDependency,
  silentVips,
  staffDependency,
} from '#shared/domain/retention/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { endOf, type UpTo } from './cohort-query.ts';
import { totalsPerCustomer } from './customer-totals.ts';
import { lastDaysOf } from './customers-as-of.ts';
import { namesOf, type Page } from './names-of.ts';
import { mergedPeople, rowsOf } from './standing-days.ts';

/** Who is a VIP is decided by so many days: those gone for longer are lost, not silent. */
const vipDays = 365;

export interface SilentQuestion extends UpTo {
  readonly days: number;
}

/** The VIPs of the last year not seen for so many days; by visits where nobody paid a known amount. */
export async function silentPeople(
  db: ReadDb,
  question: SilentQuestion,
): Promise<SilentVips & { readonly byMoney: boolean }> {
  const end = endOf(question);
  const from = addDays(end, -vipDays);
  const rows = await totalsPerCustomer(db, { start: from, end });
  const byMoney = rows.some((one) => one.spend > 0);
  const today = addDays(end, -1);
  const { days } = question;
  const found = silentVips(
    // Whoever came in that year came on its first day or later; when is asked of the few who are VIPs.
    rows.map(({ customerId, spend, visits }) => ({
      customerId,
      lastDay: from,
      value: byMoney ? spend : visits,
    })),
    { today, days },
  );
  const lastDays = await lastDaysOf(
    db,
    end,
    found.silent.map(({ customerId }) => Number(customerId)),
  );
  const silent = found.silent.flatMap((one) => {
    const lastDay = lastDays.get(Number(one.customerId)) ?? from;
    const silentDays = today - lastDay;
    return silentDays < days ? [] : [{ ...one, lastDay, silentDays }];
  });
  return { vips: found.vips, silent, byMoney };
}

/** One page of them with their names. */
export async function silentVipsPage(db: ReadDb, question: SilentQuestion, page: Page) {
  const { vips, silent, byMoney } = await silentPeople(db, question);
  const shown = silent.slice(page.offset, page.offset + page.limit);
  const rows = await namesOf(
    db,
    shown.map((one) => Number(one.customerId)),
  );
  const nameOf = new Map(rows.map((row) => [row.id, row.name]));
  return {
    vips,
    total: silent.length,
    byMoney,
    people: shown.map(({ customerId, lastDay, silentDays, value }) => ({
      customerId: Number(customerId),
      name: nameOf.get(Number(customerId)) ?? '',
      lastDay: formatDay(lastDay),
      silentDays,
      value,
    })),
  };
}

/** Who served whom how often: days of a customer with a standing check-in by a staff member. */
async function served(db: ReadDb, { start, end }: Period): Promise<Served[]> {
  return rowsOf(
    db,
    sql<Served>`
    SELECT customer_id AS "customerId", staff_id AS "staffId", COUNT(*) AS visits FROM (
      SELECT COALESCE(p.kept_id, v.customer_id) AS customer_id, COALESCE(o.staff_id, v.staff_id) AS staff_id, v.business_day
      FROM visits AS v
        LEFT JOIN visits AS o ON o.id = v.reverses_id
        LEFT JOIN (${mergedPeople}) AS p ON p.id = v.customer_id
      WHERE v.business_day >= ${start} AND v.business_day < ${end} AND v.customer_id IS NOT NULL AND v.sign <> 0
      GROUP BY COALESCE(p.kept_id, v.customer_id), COALESCE(o.staff_id, v.staff_id), v.business_day
      HAVING SUM(v.sign) > 0
    ) AS days GROUP BY customer_id, staff_id ORDER BY customer_id, staff_id`,
  );
}

/** Who comes for whom in a period. A reversal counts for whoever served the visit. */
export async function dependencies(db: ReadDb, period: Period): Promise<readonly StaffDependency[]> {
  return staffDependency(await served(db, period));
}

/** The same with names and counts. */
export async function staffDependencies(db: ReadDb, period: Period) {
  const names = await rowsOf(db, sql<{ id: number; name: string }>`SELECT id, name FROM staff`);
  const nameOf = new Map(names.map((row) => [row.id, row.name]));
  const staff = (await dependencies(db, period)).map(({ staffId, knows, knowsAlone, share }) => ({
    staffId,
    name: nameOf.get(staffId) ?? '',
    knows,
    knowsAlone,
    depending: share,
  }));
  return { staff };
}

/** Customers behind one count of a staff member. */
export async function peopleOfStaff(
  db: ReadDb,
  period: Period,
  asked: { readonly staffId: number; readonly of: 'knows' | 'knowsAlone' | 'depending' },
): Promise<readonly { readonly customerId: number; readonly visits: number }[]> {
  const rows = await served(db, period);
  const totals = new Map<number, { visits: number; staff: Set<number> }>();
  for (const { customerId, staffId, visits } of rows) {
    const one = totals.get(Number(customerId)) ?? { visits: 0, staff: new Set<number>() };
    one.visits += visits;
    one.staff.add(staffId);
    totals.set(Number(customerId), one);
  }
  const depending = new Set(
    staffDependency(rows)
      .find((one) => one.staffId === asked.staffId)
      ?.depending.map(Number),
  );
  return [...totals].flatMap(([customerId, { visits, staff }]) => {
    const isOne = staff.has(asked.staffId) && (asked.of !== 'knowsAlone' || staff.size === 1);
    const isIn = asked.of === 'depending' ? depending.has(customerId) : isOne;
    return isIn ? [{ customerId, visits }] : [];
  });
}
