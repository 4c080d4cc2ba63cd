import type { FollowUpEntry, FollowUpList } from '#shared/contract/follow-ups.ts';
import { addDays, type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import { contactChannels } from '#shared/domain/consent/consent.ts';
import { type FollowUpReason, followUpReasons } from '#shared/domain/follow-ups/reasons.ts';
import type { ReadDb } from '../db/connection.ts';
import { allowedChannels } from '../repositories/consents.ts';
import { lastDailyRun, recordDailyRun } from '../repositories/daily-runs.ts';
import { notForgotten } from '../repositories/erase-person.ts';
import {
  type ListedPerson,
  type ListedRow,
  listedPeople,
  listOfDay,
  type OutcomeOfDay,
  outcomesOfDay,
  putList,
} from '../repositories/follow-up-lists.ts';
import { leftAlone, promisesDue } from '../repositories/follow-ups.ts';
import { becauseViews } from './follow-up-because.ts';
import { listSettings } from './follow-up-settings.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { present, programmeOn, type ShopContext, type ShopFacts, shopFacts } from './shop-context.ts';
import { withWaysInOrder } from './way-order.ts';

/** Under this name the daily run notes that the list of a day was made. */
const dailyRun = 'followUps';

const weight = (reason: FollowUpReason): number => followUpReasons.indexOf(reason);

/** The list that was made, with promises made or come due since: whoever is on it already is on it for the promise then. */
async function rowsOfToday(db: ReadDb, day: BusinessDay): Promise<ListedRow[]> {
  const rows = await listOfDay(db, day);
  for (const { customerId, promiseId, dueDay } of await promisesDue(db, day)) {
    const because = { kind: 'promise' as const, promiseId, dueDay };
    const index = rows.findIndex((row) => row.customerId === customerId);
    const known = rows[index];
    if (known?.because.kind === 'promise') continue;
    const others = known ? [known.because.kind, ...known.others] : [];
    if (known) rows.splice(index, 1);
    rows.push({ customerId, because, others });
  }
  return rows.sort((a, b) => weight(a.because.kind) - weight(b.because.kind));
}

/** What became of an entry: a promise ends by its own outcomes, everything else by the newest of the person. */
function outcomeOf(row: ListedRow, outcomes: readonly OutcomeOfDay[]): OutcomeOfDay | null {
  const { because, customerId } = row;
  const own = outcomes.findLast((one) =>
    because.kind === 'promise' ? one.promiseId === because.promiseId : one.customerId === customerId,
  );
  return own ?? null;
}

function tierOf(facts: ShopFacts, day: BusinessDay, tierId: number | null): FollowUpEntry['tier'] {
  const levels = programmeOn(facts, day).rules.tiers?.levels ?? [];
  const index = levels.findIndex((level) => level.id === tierId);
  const level = levels[index];
  return level ? { index, of: levels.length, name: level.name } : null;
}

interface Shown {
  readonly rows: readonly ListedRow[];
  readonly outcomes: readonly OutcomeOfDay[];
  readonly day: BusinessDay;
}

/** Rows as the screens get them; whoever asked to be left alone meanwhile is on it only where it was done today. */
async function entriesOf(ctx: ShopContext, { rows, outcomes, day }: Shown): Promise<FollowUpEntry[]> {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const ids = rows.map((row) => row.customerId);
  const people = await listedPeople(db, ids);
  const alone = await leftAlone(db, ids);
  const channels = await allowedChannels(db, ids);
  const views = await becauseViews(
    db,
    facts,
    rows.map((row) => row.because),
    day,
  );
  const seen = (person: ListedPerson) => ({
    name: person.name,
    visits: person.visits,
    lastDay: person.lastDay === null ? null : formatDay(person.lastDay),
    returns: person.returns,
    yearValue: person.yearValue,
    tier: tierOf(facts, day, person.tierId),
  });
  return rows.flatMap((row, index) => {
    const person = people.get(row.customerId);
    const because = views[index];
    const outcome = outcomeOf(row, outcomes);
    const isAlone = alone.has(row.customerId);
    if (!person || !because || (isAlone && !outcome && because.kind !== 'promise')) return [];
    const allowed = isAlone ? undefined : channels.get(row.customerId);
    return [
      {
        customerId: row.customerId,
        ...seen(person),
        because,
        others: [...row.others],
        channels: contactChannels.filter((channel) => allowed?.has(channel)),
        outcome: outcome && {
          factId: outcome.factId,
          outcome: outcome.outcome,
          returnsOn: outcome.untilDay === null ? null : formatDay(outcome.untilDay),
        },
        cameToday: person.lastDay === day,
      },
    ];
  });
}

async function isMade(db: ReadDb, day: BusinessDay): Promise<boolean> {
  const last = await lastDailyRun(db, dailyRun);
  return last !== null && last >= day;
}

/** Today's list, with what became of everybody on it so far; the ways to them are in no order yet. */
export async function listOfToday(ctx: ShopContext): Promise<FollowUpList> {
  shopFacts(ctx);
  const db = ctx.work.read;
  const { day } = present(ctx);
  const rows = await rowsOfToday(db, day);
  const outcomes = await outcomesOfDay(db, day);
  return {
    day: formatDay(day),
    state: (await isMade(db, day)) ? 'ready' : 'notMade',
    entries: await entriesOf(ctx, { rows, outcomes, day }),
  };
}

/** Today's list, with what became of everybody on it so far. */
export async function followUpsToday(ctx: ShopContext): Promise<FollowUpList> {
  const list = await listOfToday(ctx);
  return { ...list, entries: await withWaysInOrder(ctx, list.entries) };
}

/** Whether somebody is still to be turned to: who came by themselves need not be called, but what was promised is owed. */
const isOpen = ({ outcome, cameToday, because }: FollowUpEntry): boolean =>
  outcome === null && (because.kind === 'promise' || !cameToday);

/** How many on today's list are still to be turned to; null before it is made. */
export async function openFollowUps(ctx: ShopContext): Promise<{ open: number | null }> {
  const { state, entries } = await listOfToday(ctx);
  return { open: state === 'notMade' ? null : entries.filter(isOpen).length };
}

function question(ctx: ShopContext, day: BusinessDay) {
  const versions = shopFacts(ctx).programmes.map(({ versionId, rules }) => ({ versionId, rules }));
  return { day, versions };
}

/** Who would be on tomorrow's list, by what is known now. */
export async function followUpsTomorrow(ctx: ShopContext, reports: ReportsAsked): Promise<FollowUpList> {
  const day = addDays(present(ctx).day, 1);
  const settings = await listSettings(ctx);
  const rows = await reports.ask('followUpList', { ...question(ctx, day), settings });
  return {
    day: formatDay(day),
    state: 'ready',
    entries: await withWaysInOrder(ctx, await entriesOf(ctx, { rows, outcomes: [], day })),
  };
}

/** Makes today's list in the worker and keeps it; those who are done today stay on it, and count among the people of the day. */
export async function makeFollowUps(ctx: ShopContext, reports: ReportsAsked): Promise<void> {
  const { day, at } = present(ctx);
  const settings = await listSettings(ctx);
  const outcomes = await outcomesOfDay(ctx.work.read, day);
  const done = (await listOfDay(ctx.work.read, day)).filter((row) => outcomeOf(row, outcomes) !== null);
  const perDay = Math.max(0, settings.perDay - done.length);
  const fresh = await reports.ask('followUpList', {
    ...question(ctx, day),
    settings: { ...settings, perDay },
  });
  const kept = new Set(done.map((row) => row.customerId));
  const rows = [...done, ...fresh.filter((entry) => !kept.has(entry.customerId))].sort(
    (a, b) => weight(a.because.kind) - weight(b.because.kind),
  );
  await ctx.work.write(async (tx) => {
    await putList(tx, day, await notForgotten(tx, rows, (row) => row.customerId));
    await recordDailyRun(tx, dailyRun, day, at);
  });
}

/** Makes the list at the first start of a business day. @returns true when it was made now */
export async function makeDailyFollowUps(ctx: ShopContext, reports: ReportsAsked): Promise<boolean> {
  if (!ctx.facts || (await isMade(ctx.work.read, present(ctx).day))) return false;
  await makeFollowUps(ctx, reports);
  return true;
}
