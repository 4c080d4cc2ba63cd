import { describe, expect, it } from 'vitest';
import { programmeRules } from '#shared/contract/programme-rules.ts';
import { checkProgramme } from '#shared/domain/loyalty/check-programme.ts';
import {
  type PresetBase,
  type PresetKind,
  pointsPer,
  presetRules,
  presetsFor,
} from '#shared/domain/loyalty/presets.ts';
import { currencies, currencyDigits } from '#shared/domain/money/currencies.ts';
import { minorUnitsPerEuro } from '#shared/domain/money/price-level.ts';

const texts = new Proxy({}, { get: (_, key) => String(key) }) as Record<never, string>;
const base = (currency = 'EUR'): PresetBase => {
  let id = 0;
  return {
    currency,
    digits: currencyDigits(currency),
    pointsUnitId: 101,
    stampUnitId: 102,
    names: {
      stampCard: 'Card',
      stampReward: 'Coffee',
      pointsReward: 'Beans',
      moneyOff: 'Off',
      tiers: texts as PresetBase['names']['tiers'],
      benefits: texts as PresetBase['names']['benefits'],
    },
    nextId: () => {
      id += 1;
      return id;
    },
  };
};
const kinds = [...new Set(Object.values(presetsFor).flat())] satisfies PresetKind[];

describe.each(kinds)('the starter programme %s', (kind) => {
  it.each(currencies.map(({ code }) => code))('in %s is one that a screen may send', (currency) => {
    expect(programmeRules.safeParse(presetRules(kind, base(currency))).error).toBeUndefined();
  });

  it('can be published as it is, and everything in it can be reached', () => {
    const rules = presetRules(kind, base());
    const issues = checkProgramme(rules, 800, []);
    expect(issues.filter(({ level }) => level === 'block')).toEqual([]);
    expect(issues.filter(({ code }) => code === 'rewardOutOfReach')).toEqual([]);
    const ids = [...rules.rewards.map(({ id }) => id), ...(rules.tiers?.levels.map(({ id }) => id) ?? [])];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('starter programmes', () => {
  it('begin with a card of ten in a café, of eight in a salon, with points elsewhere', () => {
    expect(presetRules(presetsFor.cafe[0], base()).stampCards).toMatchObject([{ size: 10, perDay: 2 }]);
    expect(presetRules(presetsFor.salon[0], base()).stampCards).toMatchObject([{ size: 8 }]);
    expect(presetRules(presetsFor.other[0], base()).stampCards).toEqual([]);
  });

  it('keep a year’s gold to the end of the next year', () => {
    expect(presetRules('silverGoldPlatinum', base()).tiers).toMatchObject({
      window: { kind: 'calendarYear' },
      graceDays: 366,
    });
  });

  it('give a point for a round sum below a euro’s worth', () => {
    for (const { code, digits } of currencies) {
      const per = pointsPer(code, digits);
      expect(Math.log10(per) % 1).toBe(0);
      expect(per / minorUnitsPerEuro(code)).toBeGreaterThan(1 / 10);
      expect(per / minorUnitsPerEuro(code)).toBeLessThan(2);
    }
    const some = ['EUR', 'TRY', 'HUF', 'IDR', 'MYR', 'SEK', 'DKK', 'KRW'];
    expect(some.map((code) => pointsPer(code, currencyDigits(code)))).toEqual([
      100, 1000, 100, 10_000, 100, 1000, 1000, 1000,
    ]);
  });
});
