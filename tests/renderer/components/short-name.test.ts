import { describe, expect, it } from 'vitest';
import { shortName } from '#renderer/src/components/short-name.ts';

describe('a name in a list that anybody may read', () => {
  it.each([
    ['Aino Virtanen', 'Aino V.'],
    ['  Aino   Maria Virtanen ', 'Aino V.'],
    ['Aino', 'Aino'],
    ['Eero von Åkerblom', 'Eero Å.'],
    ['Zoë (2)', 'Zoë'],
    ['İpek yıldırım', 'İpek Y.'],
    ['', ''],
  ])('%j is written %j', (name, shown) => expect(shortName(name)).toBe(shown));
});
