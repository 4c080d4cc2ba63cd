import type { TimelineEntry } from '#shared/contract/customers.ts';
import { businessDayAt, formatDay } from '#shared/domain/business-day/business-day.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import { customerById, customerConsents, customerNotes } from '../repositories/customers.ts';
import { entriesOfVisits, type LedgerEntry } from '../repositories/ledger.ts';
import { mergedInto } from '../repositories/merges.ts';
import { loadUnits, type UnitRow } from '../repositories/programmes.ts';
import {
  countTimeline,
  type TimelineKey,
  type TimelineKind,
  type TimelineVisit,
  timelineKeys,
  timelineVisits,
} from '../repositories/timeline.ts';
import { type LineOfVisit, linesOfVisits } from '../repositories/visits.ts';
import { failure } from './failure.ts';
import { factEntries, promiseEntries } from './follow-up-history.ts';
import { interestEntries } from './interests.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';

interface VisitDetails {
  readonly lines: readonly LineOfVisit[];
  readonly entries: readonly LedgerEntry[];
  readonly units: readonly UnitRow[];
}

function visitEntry(visit: TimelineVisit, details: VisitDetails): TimelineEntry {
  const entries = details.entries.filter((entry) => entry.visit_id === visit.id);
  const changes = details.units.flatMap((unit) => {
    const change = entries
      .filter((entry) => entry.unit_id === unit.id)
      .reduce((sum, entry) => sum + entry.change, 0);
    return change === 0 ? [] : [{ unitId: unit.id, kind: unit.kind, change }];
  });
  return {
    kind: 'visit',
    visitId: visit.id,
    at: visit.at,
    day: formatDay(visit.business_day),
    amount: visit.amount,
    lines: details.lines
      .filter((line) => line.visitId === visit.id)
      .map(({ name, quantity }) => ({ name, quantity })),
    rewardNames: entries.flatMap((entry) => {
      const why = JSON.parse(entry.why) as Why;
      return entry.kind === 'redeem' && why.kind === 'reward' ? [why.rewardName] : [];
    }),
    changes,
    state: visit.movedTo !== null ? 'moved' : visit.reversedBy !== null ? 'undone' : 'done',
    imported: visit.source === 'import',
    staffName: visit.staffName,
  };
}

/**
 * One page of a customer's history, newest first: visits, notes, consents, joining, entries merged into it, follow-ups, promises,
 * what was asked about.
 * @throws Failure NotFound
 */
export async function customerTimeline(
  ctx: ShopContext,
  input: {
    readonly customerId: number;
    readonly kind: TimelineKind;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ total: number; entries: TimelineEntry[] }> {
  const { calendar, staff } = shopFacts(ctx);
  const db = ctx.work.read;
  if (!(await customerById(db, input.customerId)))
    throw failure('NotFound', { what: 'customer', id: input.customerId });
  const keys = await timelineKeys(db, input.customerId, input.kind, input);
  const visitIds = keys.filter((key) => key.kind === 'visit').map((key) => key.id);
  const visits = await timelineVisits(db, visitIds);
  const details = {
    lines: await linesOfVisits(db, visitIds),
    entries: await entriesOfVisits(db, visitIds),
    units: await loadUnits(db),
  };
  const notes = await customerNotes(db, input.customerId);
  const consents = await customerConsents(db, input.customerId);
  const merges = await mergedInto(db, input.customerId);
  const joinedKey = keys.find((key) => key.kind === 'joined');
  const joined = joinedKey && (await customerById(db, joinedKey.id));
  const keysOf = (kind: TimelineKey['kind']) => keys.filter((key) => key.kind === kind).map((key) => key.id);
  const care = new Map([
    ...(await factEntries(ctx, keysOf('followUp'))),
    ...(await promiseEntries(ctx, keysOf('promise'))),
    ...(await interestEntries(ctx, keysOf('interest'))),
  ]);
  const nameOf = (staffId: number | undefined) => staff.find((member) => member.id === staffId)?.name ?? '';
  const entries = keys.flatMap((key): TimelineEntry[] => {
    if (key.kind === 'visit')
      return visits.filter((visit) => visit.id === key.id).map((visit) => visitEntry(visit, details));
    if (key.kind === 'note') {
      return notes
        .filter((note) => note.id === key.id)
        .map(({ id, at, text, staffName, business_day }) => ({
          kind: 'note',
          noteId: id,
          at,
          day: formatDay(business_day),
          text,
          staffName,
        }));
    }
    if (key.kind === 'consent') {
      return consents
        .filter((consent) => consent.id === key.id)
        .map(({ at, business_day, purpose, granted, staffName }) => ({
          kind: 'consent',
          at,
          day: formatDay(business_day),
          purpose,
          granted: granted === 1,
          staffName,
        }));
    }
    const entry = care.get(`${key.kind} ${key.id}`);
    if (entry) return [entry];
    const day = formatDay(businessDayAt(key.at, calendar));
    if (key.kind === 'merged') {
      return merges
        .filter((merge) => merge.id === key.id)
        .map(({ at, customerId, name, staff_id }) => ({
          kind: 'merged',
          mergedId: customerId,
          name,
          at,
          day,
          staffName: nameOf(staff_id),
        }));
    }
    return [{ kind: 'joined', at: key.at, day, staffName: nameOf(joined?.created_by) }];
  });
  return { total: await countTimeline(db, input.customerId, input.kind), entries };
}
