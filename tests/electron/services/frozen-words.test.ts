import { describe, expect, it } from 'vitest';
import { frozenName, frozenWording } from '#electron/services/exports/frozen-words.ts';
import type { MonthFigure } from '#shared/contract/month-close.ts';
import { detailKinds } from '#shared/domain/month-close/detail-figures.ts';
import { monthFigures } from '#shared/domain/month-close/month-figures.ts';

const flow = { opening: 0, earned: 0, adjusted: 0, redeemed: 0, expired: 0, closing: 0 };
const own = monthFigures({
  ...{
    S: 20,
    E: 20,
    N: 1,
    R: 1,
    kept: 18,
    lapsed: 2,
    newInPeriod: 1,
    seenOfS: 18,
    visits: 30,
    customers: 20,
  },
  ...{ frequencyMedian: 1, repeaters: 5, checkIns: 40, identifiedCheckIns: 30, amount: 9000 },
  ...{ identifiedAmount: 8000, amountCheckIns: 40, rewardCost: 100 },
  units: [{ unitId: 3, name: '', points: flow, cost: flow }],
});
const abouts: Partial<Record<string, string>> = {
  cohortSize: '.2026-01',
  cohort: '.2026-01.2',
  firstReturn: '.2026-01.30',
  trendRetention: '.2026-01',
  trendFrequency: '.2026-01',
  trendAverageSpend: '.2026-01',
  cohortAverage: '.2',
  firstReturnWithin: '.30',
  visitsBar: '.4',
  rfm: '.5.4',
  tier: '.none',
  tierSpend: '.2',
  split: '.newOrOld.new',
};
const details = Object.entries(detailKinds).map(
  ([kind, [how, text]]): MonthFigure => ({
    ...{ figure: `${kind}${abouts[kind] ?? ''}`, definition: 1, text, kind: how, value: 1 },
    ...{ numerator: null, denominator: null, low: null, high: null },
    unitName: kind === 'tierSpend' ? 'Gold' : null,
  }),
);
const all = [...own, ...details];
const named = (figure: string, unitName: string | null = null) => ({ figure, unitName });

describe('what was frozen, in the words of a language', () => {
  it('is told in English as it was sealed, but for the unit of money, which a file writes as its own', () => {
    for (const figure of all)
      expect(frozenWording(figure, 'en')).toBe(
        figure.text.replace('At reward cost, minor units:', 'At reward cost:'),
      );
  });

  it('is told in Finnish for every figure there is, and has a name there', () => {
    for (const figure of all) {
      expect(frozenWording(figure, 'fi'), figure.figure).not.toBe(frozenWording(figure, 'en'));
      expect(frozenName(figure, 'fi'), figure.figure).not.toMatch(/\{\{|\.|NaN/);
    }
    expect(new Set(all.map((figure) => frozenName(figure, 'fi'))).size).toBe(all.length);
  });

  it('is told in its own words where the program knows none for its definition or name', () => {
    const [retention] = own;
    if (retention === undefined) return expect.unreachable();
    expect(frozenWording({ ...retention, definition: 2 }, 'fi')).toBe(retention.text);
    expect(frozenWording({ ...retention, figure: 'mood' }, 'fi')).toBe(retention.text);
    expect(frozenName(named('mood'), 'fi')).toBe('mood');
  });

  it('names what a figure is about', () => {
    expect(frozenName(named('cohort.2026-01.2'), 'en')).toBe(
      'First visit in January\u00a02026, here 2 months later',
    );
    expect(frozenName(named('firstReturnWithin.30'), 'fi')).toBe('Kaikki uudet, palasivat 30 päivän sisällä');
    expect(frozenName(named('split.newOrOld.old'), 'fi')).toBe(
      'Asiakaspysyvyys, uusi vai vanha: Pidempään käyneet',
    );
    expect(frozenName(named('split.source.', 'Friend'), 'en')).toBe('Retention, source: Friend');
    expect(frozenName(named('split.tier.none'), 'en')).toBe('Retention, tier: No tier');
    expect(frozenName(named('rollForward.3.earned', 'Coffee card'), 'en')).toBe('Coffee card, earned');
    expect(frozenName(named('rollForward.3.earnedCost', ''), 'fi')).toBe(
      'Pisteet, kertyneet, palkintojen hinnalla',
    );
  });
});
