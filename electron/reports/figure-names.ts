import { sql } from 'kysely';
import type { Figure } from '#shared/contract/reports.ts';
import {
  type BusinessMonth,
  businessMonth,
  monthOf,
  monthRange,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import { isInGroup } from '#shared/domain/retention/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { endOf } from './cohort-query.ts';
import { peopleWhoRedeemed } from './cost-query.ts';
import { totalsPerCustomer } from './customer-totals.ts';
import { customersAsOf } from './customers-as-of.ts';
import { returnedPeople } from './first-return-query.ts';
import { peopleWithMilestones } from './milestone-query.ts';
import { type NamedPerson, namedPage, type Page } from './names-of.ts';
import { peopleOfStaff, silentPeople } from './people-query.ts';
import { retentionFacts } from './retention-query.ts';
import { rfmPeople } from './rfm-query.ts';
import type { SegmentQuestion } from './segment-query.ts';
import { peopleOfSegment } from './segment-split-query.ts';
import { peopleOfGroup, type TraitsQuestion } from './split-query.ts';
import { rowsOf, sinceOfCustomers } from './standing-days.ts';
import { peopleOfTier, spendOf, topFifth } from './value-query.ts';

interface Person {
  readonly customerId: number;
  readonly visits: number;
}

/** The month of "YYYY-MM"; null for a month that does not exist. */
export function monthOfText(text: string): BusinessMonth | null {
  const day = parseDay(`${text}-01`);
  return day === null ? null : monthOf(day);
}

function isBetween(value: number, from: number, to: number | null): boolean {
  return value >= from && (to === null || value < to);
}

/** Newcomers of a month who came k months later. */
async function cohortPeople(
  db: ReadDb,
  question: TraitsQuestion,
  asked: { readonly month: string; readonly k: number },
): Promise<readonly Person[]> {
  const cohort = monthOfText(asked.month);
  if (cohort === null) return [];
  const everybody = await customersAsOf(db, endOf({ to: question.end, today: question.today }));
  const since = await sinceOfCustomers(db);
  const newcomers = everybody.filter((one) => monthOf(since.get(one.customerId) ?? one.firstDay) === cohort);
  if (asked.k === 0) return newcomers;
  const month = businessMonth(cohort + asked.k);
  if (monthRange(month).from >= question.end) return [];
  const rows = await rowsOf(
    db,
    sql<Person>`SELECT customer_id AS "customerId", visits FROM customer_month WHERE month = ${month}`,
  );
  const came = new Map(rows.map((row) => [row.customerId, row.visits]));
  return newcomers.flatMap(({ customerId }) => {
    const visits = came.get(customerId);
    return visits === undefined ? [] : [{ customerId, visits }];
  });
}

async function returnPeople(
  db: ReadDb,
  question: TraitsQuestion,
  asked: { readonly month: string; readonly days: number; readonly returned: boolean },
): Promise<readonly Person[]> {
  const month = monthOfText(asked.month);
  if (month === null) return [];
  const upTo = { to: question.end, today: question.today };
  const ids = new Set(await returnedPeople(db, upTo, { ...asked, month }));
  return (await customersAsOf(db, endOf(upTo))).filter((one) => ids.has(one.customerId));
}

/** Of when and where a figure is; `segment` is the one that a figure of a segment speaks of. */
export interface FiguresQuestion extends TraitsQuestion {
  readonly segment: SegmentQuestion | null;
}

/** The customers behind a figure, in no order. */
export async function figurePeople(
  db: ReadDb,
  question: FiguresQuestion,
  figure: Figure,
): Promise<readonly Person[]> {
  const upTo = { to: question.end, today: question.today };
  switch (figure.kind) {
    case 'retention':
      return (await retentionFacts(db, question))
        .filter((fact) => isInGroup(fact, question, figure.group))
        .map((fact) => ({ customerId: Number(fact.customerId), visits: fact.visitDaysInPeriod }));
    case 'cohort':
      return cohortPeople(db, question, figure);
    case 'firstReturn':
      return returnPeople(db, question, figure);
    case 'frequency': {
      const people =
        figure.of === 'period' ? await totalsPerCustomer(db, question) : await customersAsOf(db, endOf(upTo));
      const next = figure.to === null ? null : figure.to + 1;
      return people.filter((one) => isBetween(one.visits, figure.from, next));
    }
    case 'spend':
      // Who got back more than was paid counts as 0, as in the bars.
      return (await spendOf(db, question, figure.of)).filter((one) =>
        isBetween(Math.max(0, one.spend), figure.from, figure.to),
      );
    case 'top':
      return topFifth(await spendOf(db, question, figure.of));
    case 'rfm':
      return (await rfmPeople(db, upTo)).scores
        .filter((one) => one.R === figure.R && one.F === figure.F)
        .filter((one) => figure.M === null || one.M === figure.M)
        .map((one) => ({ customerId: Number(one.customerId), visits: one.visits }));
    case 'split':
      return peopleOfGroup(db, question, figure);
    case 'segment':
      return question.segment === null
        ? []
        : peopleOfSegment(db, question, question.segment, figure.retention);
    case 'silentVips': {
      const ids = new Set(
        (await silentPeople(db, { ...upTo, days: figure.days })).silent.map((one) => one.customerId),
      );
      return (await customersAsOf(db, endOf(upTo))).filter((one) => ids.has(one.customerId));
    }
    case 'staff':
      return peopleOfStaff(db, question, figure);
    case 'tier':
      return peopleOfTier(db, question, figure.tierId);
    case 'redeemed':
      return peopleWhoRedeemed(db, question);
    case 'milestones':
      return peopleWithMilestones(db, question);
  }
}

/** The people behind any figure, by name, one page of them. */
export async function figureNames(
  db: ReadDb,
  question: FiguresQuestion,
  figure: Figure,
  page: Page,
): Promise<{ total: number; people: NamedPerson[] }> {
  return namedPage(db, await figurePeople(db, question, figure), page);
}
