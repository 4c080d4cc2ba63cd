import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures } from './failures.ts';
import { amount, id, line, requestId } from './schema.ts';

export const item = z.object({
  id,
  name: z.string(),
  category: z.string(),
  /** Minor units. */
  price: amount,
  active: z.boolean(),
  /** Position among the quick items of the till (1 = first), null = not shown there. */
  quickPosition: z.int().min(1).max(12).nullable(),
});

const itemFields = z.object({
  name: line(60).min(1),
  category: line(40),
  price: amount,
  active: z.boolean(),
  quickPosition: z.int().min(1).max(12).nullable(),
});

/** The catalogue of products and services. */
export const items = {
  list: oc.errors(callFailures).output(z.object({ items: z.array(item) })),
  create: oc.errors(onceFailures).input(itemFields.extend({ requestId })).output(item),
  /** Changes an item; visits already made keep the name and price they were sold with. */
  update: oc
    .errors({ ...onceFailures, NotFound: failures.NotFound })
    .input(itemFields.partial().extend({ requestId, itemId: id }))
    .output(item),
};

export type Item = z.infer<typeof item>;
