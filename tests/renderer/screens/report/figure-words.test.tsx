// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useFigureWords } from '#renderer/src/screens/report/use-figure-words.ts';
import type { MonthFigure } from '#shared/contract/month-close.ts';
import { aShop, renderPart } from '#tests/support/render.tsx';

const figure = (change: Partial<MonthFigure>): MonthFigure => ({
  figure: 'retention',
  definition: 1,
  text: '',
  kind: 'share',
  value: 0.5,
  numerator: 200,
  denominator: 400,
  low: 0.45,
  high: 0.55,
  unitName: null,
  ...change,
});

const Words = ({ of }: { of: MonthFigure }) => {
  const { nameOf, shownOf, basisOf } = useFigureWords();
  return <p data-testid="words">{[nameOf(of), shownOf(of), basisOf(of)].join(' | ')}</p>;
};

const wordsOf = async (of: MonthFigure, language: 'en' | 'fi' = 'en'): Promise<string> => {
  await renderPart(<Words of={of} />, { settings: aShop({ shop: { language } }) });
  return screen.getByTestId('words').textContent.replace(/\u00a0/g, ' ');
};

describe('a figure in words', () => {
  it('is a percentage of many and a count of few', async () => {
    expect(await wordsOf(figure({}))).toBe('Retention | 50.0% | 200 ÷ 400');
  });

  it('tells fewer than 20 people as counts', async () => {
    const few = figure({ value: 12 / 18, numerator: 12, denominator: 18 });
    expect(await wordsOf(few)).toBe('Retention | 12 of 18 | 12 ÷ 18');
  });

  it('has no data without anybody to divide by', async () => {
    const none = figure({ value: null, numerator: 0, denominator: 0, low: null, high: null });
    expect(await wordsOf(none)).toBe('Retention | No data | 0 ÷ 0');
  });

  it('rests money on money', async () => {
    const share = figure({ figure: 'rewardCostShare', value: 0.02, numerator: 200, denominator: 10_000 });
    expect(await wordsOf({ ...share, low: null, high: null }, 'fi')).toBe(
      'Palkinnot nimellisestä myynnistä | 2,0 % | 2,00 € ÷ 100,00 €',
    );
  });

  it('names a cell of a roll-forward by its unit', async () => {
    const owed = {
      figure: 'rollForward.3.closing',
      kind: 'points' as const,
      value: 1234,
      unitName: 'Stamps',
    };
    const cell = figure({ ...owed, numerator: null, denominator: null, low: null, high: null });
    expect(await wordsOf(cell)).toBe('Stamps, owed at the end | 1,234 | ');
  });

  it('calls points by their kind, because they have no name of their own', async () => {
    const earned = { figure: 'rollForward.1.earned', kind: 'points' as const, value: 9, unitName: '' };
    const cell = figure({ ...earned, numerator: null, denominator: null, low: null, high: null });
    expect(await wordsOf(cell)).toBe('Points, earned | 9 | ');
  });
});
