import * as z from 'zod';
import { figure, reportPeriod, retentionGroup } from './reports.ts';
import { consentPurpose, day, id } from './schema.ts';

const range = z.object({ atLeast: z.number().nullable(), atMost: z.number().nullable() });
const lastDays = z.int().min(1).max(36_500).nullable();
const ids = z.array(id).max(500);

/** One condition about a customer, from what the shop keeps about them; meanings in `shared/domain/segments`. */
export const segmentCondition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('visits'), count: range, lastDays }),
  z.object({ kind: z.literal('lastVisit'), daysAgo: range }),
  z.object({ kind: z.literal('firstVisit'), daysAgo: range }),
  z.object({ kind: z.literal('spend'), amount: range, lastDays }),
  z.object({ kind: z.literal('averageSpend'), amount: range, lastDays }),
  z.object({ kind: z.literal('rhythm'), days: range }),
  z.object({ kind: z.literal('bought'), itemIds: ids, lastDays }),
  z.object({ kind: z.literal('staff'), staffIds: ids, lastDays }),
  z.object({ kind: z.literal('askedAbout'), itemIds: ids, notBought: z.boolean() }),
  z.object({ kind: z.literal('tag'), tagIds: ids }),
  z.object({ kind: z.literal('source'), anyOf: z.array(z.string().max(80)).max(100) }),
  z.object({ kind: z.literal('tier'), anyOf: z.array(id.nullable()).max(100) }),
  z.object({ kind: z.literal('birthdayMonth'), anyOf: z.array(z.int().min(1).max(12)).max(12) }),
  z.object({ kind: z.literal('risk'), anyOf: z.array(z.enum(['low', 'medium', 'high'])).max(3) }),
  z.object({ kind: z.literal('consent'), purpose: consentPurpose, given: z.boolean() }),
  z.object({
    kind: z.literal('standing'),
    anyOf: z.array(z.enum(['active', 'lapsed', 'lost'])).max(3),
    window: z.int().min(1).max(3650),
  }),
  /** The people behind a figure of a retention report; `to` is the day after the last. */
  z.object({
    kind: z.literal('retention'),
    group: retentionGroup,
    from: day,
    to: day,
    window: z.int().min(1).max(3650),
  }),
  /** Named people: those behind any other figure. */
  z.object({ kind: z.literal('customers'), ids: z.array(id).max(5_000) }),
]);

export type SegmentConditionData = z.infer<typeof segmentCondition>;

/** Conditions put together. All of nothing is everybody. */
export type SegmentFilterData =
  | { kind: 'all'; of: SegmentFilterData[] }
  | { kind: 'any'; of: SegmentFilterData[] }
  | { kind: 'not'; of: SegmentFilterData }
  | SegmentConditionData;

const parts = z.lazy(() => z.array(segmentFilter).max(20));

export const segmentFilter: z.ZodType<SegmentFilterData> = z.lazy(() =>
  z.union([
    z.object({ kind: z.literal('all'), of: parts }),
    z.object({ kind: z.literal('any'), of: parts }),
    z.object({ kind: z.literal('not'), of: segmentFilter }),
    segmentCondition,
  ]),
);

/** A saved segment, or a filter that is being built. */
export const whichSegment = z.union([z.object({ segmentId: id }), z.object({ filter: segmentFilter })]);

/** The people of a segment, or those behind a figure of a report. */
export const whichPeople = z.union([
  ...whichSegment.options,
  z.object({ figure: reportPeriod.extend({ of: figure }) }),
]);

export type WhichSegment = z.infer<typeof whichSegment>;
export type WhichPeople = z.infer<typeof whichPeople>;
