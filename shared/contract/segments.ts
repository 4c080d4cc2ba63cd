import { oc } from '@orpc/contract';
import * as z from 'zod';
import { consentPurpose, listRow } from './customers.ts';
import { callFailures, failures, onceFailures } from './failures.ts';
import { retentionGroup } from './reports.ts';
import { day, id, line, moment, page, requestId } from './schema.ts';

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
  z.object({ kind: z.literal('source'), anyOf: z.array(z.string().max(80)).max(100) }),
  z.object({ kind: z.literal('tier'), anyOf: z.array(id.nullable()).max(100) }),
  z.object({ kind: z.literal('birthdayMonth'), anyOf: z.array(z.int().min(1).max(12)).max(12) }),
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

export const segment = z.object({
  segmentId: id,
  name: z.string(),
  filter: segmentFilter,
  savedAt: moment,
  savedBy: z.string(),
});

const { InvalidValue, NotFound, SegmentNotUsable } = failures;

/** A saved segment, or a filter that is being built. */
export const whichSegment = z.union([z.object({ segmentId: id }), z.object({ filter: segmentFilter })]);

export const segments = {
  /** Saved segments by name, with how many people are in each today. */
  list: oc
    .errors(callFailures)
    .output(z.object({ segments: z.array(segment.extend({ people: z.int().nullable() })) })),
  /** What can be chosen in the builder. */
  choices: oc.errors(callFailures).output(
    z.object({
      sources: z.array(z.string()),
      tiers: z.array(z.object({ tierId: id, name: z.string() })),
      items: z.array(z.object({ itemId: id, name: z.string() })),
      staff: z.array(z.object({ staffId: id, name: z.string() })),
    }),
  ),
  /** How many people a filter finds, out of all; computed in the worker. */
  count: oc
    .errors({ ...callFailures, NotFound, SegmentNotUsable, InvalidValue })
    .input(whichSegment)
    .output(z.object({ people: z.int(), of: z.int() })),
  /** One page of the people a filter finds, in the rows of the customers list. */
  people: oc
    .errors({ ...callFailures, NotFound, SegmentNotUsable, InvalidValue })
    .input(
      z.object({
        which: whichSegment,
        sort: z.enum(['lastVisit', 'name', 'visits', 'spend']).default('lastVisit'),
        descending: z.boolean().default(true),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(listRow) })),
  /** Saves a new segment, or changes one. */
  save: oc
    .errors({ ...onceFailures, NotFound, SegmentNotUsable, InvalidValue })
    .input(z.object({ requestId, segmentId: id.nullable(), name: line(80).min(1), filter: segmentFilter }))
    .output(segment),
  /** Takes a saved segment away; nobody in it is touched. */
  remove: oc
    .errors({ ...onceFailures, NotFound })
    .input(z.object({ requestId, segmentId: id }))
    .output(z.object({ segmentId: id })),
};

export type Segment = z.infer<typeof segment>;
export type WhichSegment = z.infer<typeof whichSegment>;
