import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  guessBits,
  passphraseStrength,
  suggestedPassphrase,
} from '#shared/domain/backup/passphrase-strength.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'tooShort'],
    ['aB3$x', 'tooShort'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['12345678901234', 'weak'],
    ['abcabcabcabcabcabc', 'weak'],
    ['salasana123', 'weak'],
    ['Password2026!', 'weak'],
    ['kahvila', 'tooShort'],
    ['mansikka', 'weak'],
    ['coffee coffee coffee coffee coffee', 'weak'],
    ['apple river candle', 'weak'],
    ['kW7#pQ9!mZ', 'fair'],
    ['abandon river candle museum ginger', 'fair'],
    ['abandon river candle museum ginger zebra', 'strong'],
    ['v8#Kq2!mZp$7wLr', 'strong'],
  ])('%j is %s', (passphrase, strength) => expect(passphraseStrength(passphrase)).toBe(strength));

  it('never sinks by one more word of the list', () => {
    const word = fc.constantFrom(...wordlist);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), word, (words, more) => {
        expect(guessBits([...words, more].join(' '))).toBeGreaterThanOrEqual(guessBits(words.join(' ')));
      }),
      { numRuns: rounds(300) },
    );
  });
});

describe('a suggested passphrase', () => {
  it('is six words, picked from the whole list, and strong', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 2047 }), { minLength: 6, maxLength: 6 }),
        (picks) => {
          const left = [...picks];
          const asked: number[] = [];
          const passphrase = suggestedPassphrase((below) => {
            asked.push(below);
            return left.shift() ?? 0;
          });
          expect(asked).toEqual([2048, 2048, 2048, 2048, 2048, 2048]);
          expect(passphrase.split(' ')).toEqual(picks.map((pick) => wordlist[pick]));
          expect(passphraseStrength(passphrase)).toBe('strong');
        },
      ),
      { numRuns: rounds(300) },
    );
  });
});
