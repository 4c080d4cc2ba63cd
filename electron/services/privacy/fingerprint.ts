import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What never changes of an entry and says nothing of the person. */
export interface EntryFacts {
  /** When the shop was set up: tells shops apart whose numbers are the same. */
  readonly shopCreatedAt: number;
  readonly id: number;
  readonly createdAt: number;
}

const digest = (key: Buffer, { shopCreatedAt, id, createdAt }: EntryFacts): Buffer =>
  createHmac('sha256', key).update(`${shopCreatedAt}/${id}/${createdAt}`).digest();

/** A fingerprint by which an entry is known again in an older backup, with a key of its own in front. */
export function fingerprintOf(facts: EntryFacts): string {
  const key = randomBytes(16);
  return `${key.toString('base64url')}.${digest(key, facts).toString('base64url')}`;
}

/** Whether an entry is the one of a fingerprint. */
export function isSameEntry(fingerprint: string, facts: EntryFacts): boolean {
  const [key = '', kept = ''] = fingerprint.split('.');
  const [expected, found] = [Buffer.from(kept, 'base64url'), digest(Buffer.from(key, 'base64url'), facts)];
  return expected.length === found.length && timingSafeEqual(expected, found);
}
