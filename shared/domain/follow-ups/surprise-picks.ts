import { type HashKey, keyedHash } from '../experiments/keyed-hash.ts';

/** So many are drawn at most: more than could have their turn on a day. */
export const drawnADay = 100;

/** So many may be surprised when the day begins, and so many more after each so many visits in which nobody was. */
const placesAtOnce = 5;
const visitsForMore = 10;

/**
 * How many of those drawn may be surprised now, in the order drawn: whoever is drawn has to come to be surprised, so it goes on
 * to more of them until one did.
 * @param visits those of the day so far
 */
export const placesOpen = (visits: number): number =>
  placesAtOnce * (1 + Math.floor(Math.max(0, visits) / visitsForMore));

/** The number as 8 bytes, lowest first. */
function bytesOf(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (let index = 0; index < 8; index += 1) {
    bytes.push(left % 256);
    left = Math.floor(left / 256);
  }
  return bytes;
}

/**
 * Whom to surprise on a day: those with the lowest keyed hash of day and id, lowest first. Nobody can tell who it will be,
 * everybody has the same chance every day, and a list made twice on one day draws the same people.
 * @throws RangeError for ids or days that are no whole numbers from 0 on
 */
export function surprisePicks(customerIds: readonly number[], key: HashKey, day: number): readonly number[] {
  if (![day, ...customerIds].every((id) => Number.isSafeInteger(id) && id >= 0)) {
    throw new RangeError('Days and ids are whole numbers from 0 on');
  }
  return [...new Set(customerIds)]
    .map((id) => ({ id, hash: keyedHash(key, Uint8Array.from([...bytesOf(day), ...bytesOf(id)])) }))
    .sort((a, b) => a.hash[1] - b.hash[1] || a.hash[0] - b.hash[0] || a.id - b.id)
    .slice(0, drawnADay)
    .map(({ id }) => id);
}
