import { describe, expect, it } from 'vitest';
import { demoProgramme } from '#shared/domain/demo/demo-programme.ts';
import { checkProgramme } from '#shared/domain/loyalty/check-programme.ts';
import type { PresetBase } from '#shared/domain/loyalty/presets.ts';
import { currencies, currencyDigits } from '#shared/domain/money/currencies.ts';
import { shopPrice } from '#shared/domain/money/price-level.ts';
import { resources } from '#shared/i18n/resources.ts';

const { cafe, moneyOff, tiers, benefits } = resources.en.presets;
const base = (currency: string): PresetBase => {
  let id = 0;
  return {
    currency,
    digits: currencyDigits(currency),
    pointsUnitId: 101,
    stampUnitId: 102,
    names: { ...cafe, moneyOff, tiers, benefits },
    nextId: () => {
      id += 1;
      return id;
    },
  };
};

describe('the programme of a made-up shop', () => {
  it('has tiers in a café and a salon, and money off points elsewhere', () => {
    const levels = (kind: 'cafe' | 'salon' | 'other') =>
      demoProgramme(kind, base('EUR')).tiers?.levels.map(({ name }) => name);
    expect(levels('cafe')).toEqual(['Friend', 'Regular', 'Gold Mug']);
    expect(levels('salon')).toEqual(['Everybody', 'Top 20']);
    expect(levels('other')).toBeUndefined();
  });

  it.each(['cafe', 'salon', 'other'] as const)(
    'knows its costs and stays within its limit in any currency: %s',
    (kind) => {
      for (const { code } of currencies) {
        const rules = demoProgramme(kind, base(code));
        const usual = shopPrice(kind === 'salon' ? 6000 : 800, code);
        // A crown buys less than a tenth of a euro, so points can be far away; that is the starter programme's business.
        const issues = checkProgramme(rules, usual, []).filter((issue) => issue.code !== 'rewardOutOfReach');
        expect(issues, code).toEqual([]);
      }
    },
  );
});
