import type { Figure } from '#shared/contract/reports.ts';
import type {
  SegmentConditionData,
  SegmentFilterData,
  WhichPeople,
  WhichSegment,
} from '#shared/contract/segment-filter.ts';
import { segmentFilter } from '#shared/contract/segment-filter.ts';
import type { Segment } from '#shared/contract/segments.ts';
import { type SegmentFilter, segmentProblems } from '#shared/domain/segments/index.ts';
import type { ReadDb } from '../db/connection.ts';
import type { FiguresQuestion } from '../reports/figure-names.ts';
import type { PeopleQuestion } from '../reports/people-list.ts';
import type { SegmentQuestion } from '../reports/segment-query.ts';
import type { NamedSegment } from '../reports/segment-split-query.ts';
import {
  deleteSegment,
  knownSources,
  loadSegments,
  putSegment,
  type SegmentRow,
} from '../repositories/segments.ts';
import { loadTags } from '../repositories/tags.ts';
import { failure } from './failure.ts';
import { dayOf, type PeriodInput, periodQuestion, tiersToday } from './report-questions.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** A condition in the words of the rules: days as numbers. @throws Failure InvalidValue */
function conditionOf(ctx: ShopContext, condition: SegmentConditionData): SegmentFilter {
  if (condition.kind !== 'retention') return condition;
  const { kind, group, window } = condition;
  const [start, end] = [dayOf(condition.from, 'from'), dayOf(condition.to, 'to')];
  if (end > start) periodQuestion(ctx, condition);
  return { kind, group, window, start, end };
}

function filterOf(ctx: ShopContext, filter: SegmentFilterData): SegmentFilter {
  switch (filter.kind) {
    case 'all':
    case 'any':
      return { kind: filter.kind, of: filter.of.map((one) => filterOf(ctx, one)) };
    case 'not':
      return { kind: 'not', of: filterOf(ctx, filter.of) };
    default:
      return conditionOf(ctx, filter);
  }
}

/** A filter that means something. @throws Failure SegmentNotUsable, InvalidValue */
function usable(ctx: ShopContext, filter: SegmentFilterData): SegmentQuestion {
  const kept = filterOf(ctx, filter);
  const problems = segmentProblems(kept);
  if (problems.length > 0) {
    throw failure('SegmentNotUsable', {
      problems: problems.map(({ path, what }) => ({ path: [...path], what })),
    });
  }
  return { filter: kept, today: present(ctx).day };
}

const view = (row: SegmentRow): Segment => ({
  segmentId: row.id,
  name: row.name,
  filter: segmentFilter.parse(JSON.parse(row.filter)),
  savedAt: row.at,
  savedBy: row.byName,
});

/** @throws Failure NotFound */
export async function segmentById(db: ReadDb, id: number): Promise<Segment> {
  const row = (await loadSegments(db)).find((one) => one.id === id);
  if (!row) throw failure('NotFound', { what: 'segment', id });
  return view(row);
}

/** What is asked of the worker for a saved segment or a filter. @throws Failure NotFound, SegmentNotUsable, InvalidValue */
export async function segmentQuestion(ctx: ShopContext, which: WhichSegment): Promise<SegmentQuestion> {
  if ('filter' in which) return usable(ctx, which.filter);
  return usable(ctx, (await segmentById(ctx.work.read, which.segmentId)).filter);
}

/** What is asked of the worker for a segment or a figure. @throws Failure NotFound, SegmentNotUsable, InvalidValue */
export async function peopleQuestion(ctx: ShopContext, which: WhichPeople): Promise<PeopleQuestion> {
  if (!('figure' in which)) return segmentQuestion(ctx, which);
  const { of, ...period } = which.figure;
  return { figure: of, question: await figureQuestion(ctx, period, of) };
}

/** When a figure is about, and which segment. @throws Failure NotFound, SegmentNotUsable, InvalidValue */
export async function figureQuestion(
  ctx: ShopContext,
  period: PeriodInput,
  figure: Figure,
): Promise<FiguresQuestion> {
  const { kind } = figure;
  const segment = kind === 'segment' ? await segmentQuestion(ctx, { segmentId: figure.segmentId }) : null;
  return { ...periodQuestion(ctx, period), tiers: tiersToday(ctx), segment };
}

/** Retention of the people of saved segments. @throws Failure NotFound, SegmentNotUsable, InvalidValue */
export async function segmentSplitReport(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: PeriodInput & { readonly segmentIds: readonly number[] },
) {
  const question = periodQuestion(ctx, input);
  const segments: NamedSegment[] = [];
  for (const id of new Set(input.segmentIds)) {
    const { segmentId, name, filter } = await segmentById(ctx.work.read, id);
    segments.push({ segmentId, name, asked: usable(ctx, filter) });
  }
  return reports.ask('segmentSplit', question, segments);
}

/** Saved segments by name with how many people are in each today. */
export async function segmentList(ctx: ShopContext, reports: ReportsAsked) {
  const segments = [];
  for (const row of await loadSegments(ctx.work.read)) {
    const segment = view(row);
    const { people } = await reports.ask('segmentCount', usable(ctx, segment.filter));
    segments.push({ ...segment, people });
  }
  return { segments };
}

/** What can be chosen in the builder. */
export async function segmentChoices(ctx: ShopContext) {
  const { items, staff } = shopFacts(ctx);
  return {
    sources: await knownSources(ctx.work.read),
    tiers: tiersToday(ctx),
    items: [...items.values()].map(({ id, name }) => ({ itemId: id, name })),
    tags: (await loadTags(ctx.work.read)).map(({ id, name, colour }) => ({ tagId: id, name, colour })),
    staff: staff.map(({ id, name }) => ({ staffId: id, name })),
  };
}

/** How many people a segment finds, out of all. @throws Failure NotFound, SegmentNotUsable, InvalidValue */
export async function countSegment(ctx: ShopContext, reports: ReportsAsked, which: WhichSegment) {
  return reports.ask('segmentCount', await segmentQuestion(ctx, which));
}

/** Saves a new segment, or changes one. @throws Failure NotFound, SegmentNotUsable, InvalidValue, RequestIdReused */
export async function saveSegment(
  ctx: ShopContext,
  input: {
    readonly requestId: string;
    readonly segmentId: number | null;
    readonly name: string;
    readonly filter: SegmentFilterData;
  },
): Promise<Segment> {
  usable(ctx, input.filter);
  return ctx.work.write(async (tx) => {
    const id = await writeOnce(tx, ctx, 'segments.save', input, async () => {
      const known = input.segmentId === null ? null : await segmentById(tx, input.segmentId);
      const segmentId = known?.segmentId ?? ctx.ids.next('segments');
      const staffId = currentStaff(shopFacts(ctx)).id;
      const filter = JSON.stringify(input.filter);
      await putSegment(tx, {
        id: segmentId,
        name: input.name,
        filter,
        at: present(ctx).at,
        staff_id: staffId,
      });
      return segmentId;
    });
    return segmentById(tx, id);
  });
}

/** Takes a saved segment away. @throws Failure NotFound, RequestIdReused */
export function removeSegment(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly segmentId: number },
): Promise<{ segmentId: number }> {
  return ctx.work.write(async (tx) => ({
    segmentId: await writeOnce(tx, ctx, 'segments.remove', input, async () => {
      await segmentById(tx, input.segmentId);
      await deleteSegment(tx, input.segmentId);
      return input.segmentId;
    }),
  }));
}
