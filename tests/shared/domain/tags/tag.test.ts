import { describe, expect, it } from 'vitest';
import { tagKey } from '#shared/domain/tags/tag.ts';

describe('what two names of a tag are the same by', () => {
  it.each([
    ['Oat milk', 'oat  MILK'],
    ['Säästäjä', 'saastaja'],
    [' VIP ', 'vip'],
  ])('%j is %j', (one, other) => expect(tagKey(one)).toBe(tagKey(other)));

  it.each([
    ['Oat milk', 'Oat'],
    ['★', '♥'],
    ['★', ''],
  ])('%j is not %j', (one, other) => expect(tagKey(one)).not.toBe(tagKey(other)));
});
