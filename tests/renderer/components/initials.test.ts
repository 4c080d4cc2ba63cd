import { describe, expect, it } from 'vitest';
import { initials } from '#renderer/src/components/initials.ts';

describe('initials', () => {
  it.each([
    ['Aino Mäkelä', 'AM'],
    ['Aino', 'A'],
    ['Mehmet Özgür Yıldırım', 'MY'],
    ['åsa öberg', 'ÅÖ'],
    ['  Liisa   Peltonen ', 'LP'],
    ['“Kalle” (42)', 'K'],
    ['', '?'],
    ['42', '?'],
  ])('of %j are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
