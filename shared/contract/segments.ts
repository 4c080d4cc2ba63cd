import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures } from './failures.ts';
import { id, line, moment, requestId } from './schema.ts';
import { segmentFilter, whichSegment } from './segment-filter.ts';
import { tag } from './tags.ts';

export const segment = z.object({
  segmentId: id,
  name: z.string(),
  filter: segmentFilter,
  savedAt: moment,
  savedBy: z.string(),
});

const { InvalidValue, NotFound, SegmentNotUsable } = failures;

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
      tags: z.array(tag),
      staff: z.array(z.object({ staffId: id, name: z.string() })),
    }),
  ),
  /** How many people a filter finds, out of all; computed in the worker. */
  count: oc
    .errors({ ...callFailures, NotFound, SegmentNotUsable, InvalidValue })
    .input(whichSegment)
    .output(z.object({ people: z.int(), of: z.int() })),
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
