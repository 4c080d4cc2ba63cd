import { oc } from '@orpc/contract';
import * as z from 'zod';
import { longestTag, tagColours } from '../domain/tags/tag.ts';
import { callFailures, failures, onceFailures } from './failures.ts';
import { id, line, requestId } from './schema.ts';
import { whichPeople } from './segment-filter.ts';

/** A word of the shop's own for some of its customers. */
export const tag = z.object({ tagId: id, name: z.string(), colour: z.enum(tagColours).nullable() });

const tagName = line(longestTag).min(1);
/** A person's tags by name. */
const worn = z.object({ tags: z.array(tag) });
const { InvalidValue, NotFound, SegmentNotUsable, TagNameTaken } = failures;

/** The shop's own tags, and who wears them. */
export const tags = {
  /** Every tag by name. */
  list: oc.errors(callFailures).output(worn),
  /** How many people wear each tag, and the saved segments that ask about it; computed in the worker. */
  counts: oc.errors(callFailures).output(
    z.object({
      counts: z.array(z.object({ tagId: id, people: z.int(), segments: z.array(z.string()) })),
    }),
  ),
  /** Somebody's tags, also those put on under entries merged into theirs. */
  ofCustomer: oc
    .errors({ ...callFailures, NotFound })
    .input(z.object({ customerId: id }))
    .output(worn),
  /** Puts the tag of a name on somebody; a name that no tag has makes a new tag. */
  putOn: oc
    .errors({ ...onceFailures, NotFound })
    .input(z.object({ requestId, customerId: id, name: tagName }))
    .output(worn),
  /** Takes a tag off somebody; one they do not wear changes nothing. */
  takeOff: oc
    .errors({ ...onceFailures, NotFound })
    .input(z.object({ requestId, customerId: id, tagId: id }))
    .output(worn),
  /** Puts the tag of a name on everybody in a list; a name that no tag has makes a new tag. */
  putOnPeople: oc
    .errors({ ...onceFailures, NotFound, SegmentNotUsable, InvalidValue })
    .input(z.object({ requestId, which: whichPeople, name: tagName }))
    .output(tag),
  /** Takes a tag off everybody in a list. */
  takeOffPeople: oc
    .errors({ ...onceFailures, NotFound, SegmentNotUsable, InvalidValue })
    .input(z.object({ requestId, which: whichPeople, tagId: id }))
    .output(tag),
  /** Makes a tag, or changes the name and colour of one; whoever wears it goes on wearing it. */
  save: oc
    .errors({ ...onceFailures, NotFound, TagNameTaken })
    .input(
      z.object({
        requestId,
        tagId: id.nullable(),
        name: tagName,
        colour: z.enum(tagColours).nullable(),
      }),
    )
    .output(tag),
  /** Removes a tag; nobody wears it afterwards. */
  remove: oc
    .errors({ ...onceFailures, NotFound })
    .input(z.object({ requestId, tagId: id }))
    .output(z.object({ tagId: id })),
};

export type Tag = z.infer<typeof tag>;
