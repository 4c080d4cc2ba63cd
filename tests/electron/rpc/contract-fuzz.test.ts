import { describe, it } from 'vitest';
import { aBusyCafe } from '#tests/support/busy-cafe.ts';
import { rounds } from '#tests/support/rounds.ts';
import { expectAnswers, fuzzedCallsOf, knownIn, nouns } from './fuzzed-calls.ts';

describe.each(nouns)('every input to %s', (noun) => {
  it('is answered or refused by a code', async () => {
    const shop = await aBusyCafe();
    const known = knownIn(shop.file);
    for (const call of fuzzedCallsOf(noun))
      await expectAnswers(shop, call, known, { broken: rounds(60), good: rounds(30) });
  }, 240_000);
});
