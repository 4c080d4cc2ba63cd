import { type HashKey, keyedHash } from './keyed-hash.ts';

/** The groups of a campaign: the first way of it, the second, and those held back, who get nothing. */
export const armNames = ['a', 'b', 'held'] as const;

export type ArmName = (typeof armNames)[number];

/** A group of an experiment: a variant, or the holdout that gets nothing. */
export interface Arm<Name extends string = string> {
  readonly name: Name;
  /** Its part of the people; parts of all arms count together. */
  readonly share: number;
}

/**
 * Assigns every customer of a list to an arm, before the experiment starts: ordered by the keyed hash of their ids and cut
 * at the shares, so the sizes are exact to one person, the same key gives the same groups on every computer, and neither
 * the order of the list nor anything about a customer has a say.
 * @throws RangeError for ids that are no whole numbers or occur twice, or shares that are not above 0
 */
export function assignArms<Name extends string>(
  customerIds: readonly number[],
  arms: readonly Arm<Name>[],
  key: HashKey,
): ReadonlyMap<number, Name> {
  const total = arms.reduce((sum, { share }) => sum + share, 0);
  if (arms.length === 0 || !arms.every(({ share }) => share > 0) || !Number.isFinite(total)) {
    throw new RangeError('Every arm needs a share above 0');
  }
  if (new Set(customerIds).size < customerIds.length) throw new RangeError('A customer occurs twice');
  const order = customerIds
    .map((id) => ({ id, hash: keyedHash(key, bytesOf(id)) }))
    .sort((a, b) => a.hash[1] - b.hash[1] || a.hash[0] - b.hash[0] || a.id - b.id);
  const assigned = new Map<number, Name>();
  let from = 0;
  let reached = 0;
  for (const [index, { name, share }] of arms.entries()) {
    reached += share;
    const to = index === arms.length - 1 ? order.length : Math.round((order.length * reached) / total);
    for (const { id } of order.slice(from, to)) assigned.set(id, name);
    from = to;
  }
  return assigned;
}

function bytesOf(id: number): Uint8Array {
  if (!Number.isSafeInteger(id) || id < 0) throw new RangeError(`Not an id: ${id}`);
  const bytes = new Uint8Array(8);
  let left = id;
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[i] = left % 256;
    left = Math.floor(left / 256);
  }
  return bytes;
}
