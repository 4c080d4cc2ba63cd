import { type HashKey, keyedHash } from '../experiments/keyed-hash.ts';

/** So many are drawn, because whoever is drawn has to come to be surprised; the first of them gets it. */
export const drawnADay = 5;

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
 * Whom to surprise on a day: those with the lowest keyed hash of day and id. Nobody can tell who it will be, everybody has
 * the same chance every day, and a list made twice on one day draws the same people.
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
