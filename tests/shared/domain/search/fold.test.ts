import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldTokens, highlightRange } from '#shared/domain/search/fold.ts';
import { rounds } from '#tests/support/rounds.ts';

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const nameLike = fc.string({
  unit: fc.constantFrom(..."aeiosnAEIOSN ıİşğçöüőűäåøæœßđłþðéèñçñ'’-. ", 'e\u0301', 'i\u0307'),
  maxLength: 24,
});

describe('fold', () => {
  it.each([
    ['Yıldırım', 'yildirim'],
    ['YILDIRIM', 'yildirim'],
    ['İpek Şahin', 'ipek sahin'],
    ['Öztürk Gökçe', 'ozturk gokce'],
    ['Ågren', 'agren'],
    ['Hämäläinen', 'hamalainen'],
    ['Erdős Győző', 'erdos gyozo'],
    ['Søren Ærø', 'soren aero'],
    ['Strauß', 'strauss'],
    ['STRAUẞ', 'strauss'],
    ['Đorđe', 'dorde'],
    ['Łukasz', 'lukasz'],
    ['Œuvre', 'oeuvre'],
    ['Þórður', 'thordur'],
    ["O'Neill", 'oneill'],
    ['O’Neill', 'oneill'],
    ['Oʻzbek', 'ozbek'],
    ["D'Angelo-Müller", 'dangelo muller'],
    ['  Anna -- Liisa  ', 'anna liisa'],
    ['Nurul/Aisyah (bt.) Ahmad', 'nurul aisyah bt ahmad'],
    ['José', 'jose'],
    ['Jose\u0301', 'jose'],
    ['Οδυσσεύς', 'οδυσσευσ'],
    ['040 123', '040 123'],
    ['...', ''],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nameLike), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: rounds(2000) },
    );
  });

  it('leaves only letters, digits and single spaces between them', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nameLike), (text) => {
        expect(fold(text)).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
      { numRuns: rounds(1000) },
    );
  });

  it('does not care about the case or the way accents are encoded', () => {
    fc.assert(
      fc.property(nameLike, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(text.toLowerCase())).toBe(fold(text));
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
      { numRuns: rounds(500) },
    );
  });

  it('splits into words', () => {
    expect(foldTokens('Anna-Liisa Özgür')).toEqual(['anna', 'liisa', 'ozgur']);
    expect(foldTokens(' - ')).toEqual([]);
  });
});

describe('highlightRange', () => {
  const hit = (name: string, query: string) => {
    const range = highlightRange(name, query);
    return range === null ? null : name.slice(range.start, range.end);
  };

  it.each([
    ['Ayşe Yıldırım', 'yildi', 'Yıldı'],
    ['Ayşe Yıldırım', 'YILDIRIM', 'Yıldırım'],
    ['O’Neill Aoife', 'oneill', 'O’Neill'],
    ['Strauß Eva', 'strauss', 'Strauß'],
    ['Strauß Eva', 'straus', 'Strauß'],
    ['Anna-Liisa Virtanen', 'anna l', 'Anna-L'],
    ['Anna-Liisa Virtanen', 'liisa', 'Liisa'],
    ['Jose\u0301 Ruiz', 'jose', 'Jose\u0301'],
    ['Mari Kaarina', 'ari', 'ari'],
    ['Saari Ari', 'ari', 'Ari'],
    ['Virtanen Matti', 'matti virt', 'Matti'],
    ['𝒜 Özge', 'ozge', 'Özge'],
    ['İpek', 'ip', 'İp'],
  ])('finds in %j for %j the part %j', (name, query, part) => {
    expect(hit(name, query)).toBe(part);
  });

  it('has nothing to show for a typo, a number or an empty query', () => {
    expect(hit('Matti Virtanen', 'vitranen')).toBeNull();
    expect(hit('Matti Virtanen', '0401')).toBeNull();
    expect(hit('Matti Virtanen', ' ')).toBeNull();
    expect(hit('', 'a')).toBeNull();
  });

  it('marks a part that folds to something that holds the query', () => {
    fc.assert(
      fc.property(nameLike, fc.nat(), fc.nat(), (name, from, length) => {
        const folded = fold(name);
        const start = folded.length === 0 ? 0 : from % folded.length;
        const query = folded.slice(start, start + 1 + (length % 6));
        const part = hit(name, query);
        if (fold(query) === '') expect(part).toBeNull();
        else expect(fold(part ?? '')).toContain(fold(query));
      }),
      { numRuns: rounds(2000) },
    );
  });
});
