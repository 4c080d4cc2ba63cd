import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areSame } from '#electron/backups/streams.ts';
import { rounds } from '#tests/support/rounds.ts';

/** Bytes as a stream whose chunks end at these places; some are empty. */
async function* inChunks(bytes: Uint8Array, ends: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const end of [
    ...ends.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ]) {
    yield bytes.subarray(start, end);
    start = end;
  }
}

const someBytes = fc.uint8Array({ maxLength: 40 });
const someEnds = fc.array(fc.nat(40), { maxLength: 6 });

it('two streams are the same when their bytes are, however they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(someBytes, someEnds, someEnds, async (bytes, ends, others) => {
      expect(await areSame(inChunks(bytes, ends), inChunks(bytes, others))).toBe(true);
    }),
    { numRuns: rounds(200) },
  );
});

it('two streams are not the same when a byte is another one, or one of them goes on', async () => {
  const change = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }), more: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(someBytes, change, someEnds, someEnds, async (bytes, { at, by, more }, ends, others) => {
      const other = more || bytes.length === 0 ? Uint8Array.from([...bytes, by]) : Uint8Array.from(bytes);
      if (other.length === bytes.length) other[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by;
      expect(await areSame(inChunks(bytes, ends), inChunks(other, others))).toBe(false);
      expect(await areSame(inChunks(other, others), inChunks(bytes, ends))).toBe(false);
    }),
    { numRuns: rounds(200) },
  );
});
