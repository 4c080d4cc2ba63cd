import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinWeakness } from '#shared/domain/staff/pin-rules.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('a PIN that is easy to guess', () => {
  it.each([
    ['123', 'length'],
    ['123456789', 'length'],
    ['12a4', 'digits'],
    ['0000', 'repeats'],
    ['1212', 'repeats'],
    ['1121', 'repeats'],
    ['483483', 'repeats'],
    ['48314831', 'repeats'],
    ['3456', 'run'],
    ['8901', 'run'],
    ['4321', 'run'],
    ['2109', 'run'],
    ['1984', 'date'],
    ['2031', 'date'],
    ['2412', 'date'],
    ['1224', 'date'],
    ['2902', 'date'],
    ['240685', 'date'],
    ['850624', 'date'],
    ['24061985', 'date'],
    ['19850624', 'date'],
    ['2580', 'common'],
    ['159753', 'common'],
  ] as const)('%s is refused: %s', (pin, why) => {
    expect(pinWeakness(pin)).toBe(why);
  });

  it.each(['8351', '6294', '7316', '9027', '83519', '835164', '83516420'])('%s is not one', (pin) => {
    expect(pinWeakness(pin)).toBeNull();
  });

  it('leaves four digits enough that are not', () => {
    const usable = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(4, '0')).filter(
      (pin) => pinWeakness(pin) === null,
    );
    expect(usable.length).toBeGreaterThan(8_000);
  });

  it('is refused however long the repetition or the run is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 4, max: 8 }),
        fc.constantFrom(1, 9, 0),
        (first, length, step) => {
          const digits = Array.from({ length }, (_, index) => (first + index * step) % 10).join('');
          expect(['repeats', 'run']).toContain(pinWeakness(digits));
        },
      ),
      { numRuns: rounds(200) },
    );
  });
});
