// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { HomeFigure } from '#renderer/src/screens/home/home-figure.tsx';
import type { GoalState } from '#shared/contract/goals.ts';
import { aShop, renderPart } from '#tests/support/render.tsx';

const text = (title: string) =>
  (screen.getByRole('region', { name: title }).textContent ?? '').replace(/\u00a0/g, ' ');

const retention = (over: Partial<GoalState> = {}): GoalState & { readonly metric: 'retention' } => ({
  direction: 'atLeast',
  goal: { target: 0.9, at: 0, by: 'Mira' },
  current: {
    value: 0.85,
    numerator: 85,
    denominator: 100,
    basis: 'rollingMonth',
    from: '2026-10-23',
    to: '2026-11-23',
  },
  progress: { reached: false, filled: 0.94, missing: 0.05 },
  history: [
    { month: '2026-09', value: 0.7, numerator: 70, denominator: 100 },
    { month: '2026-10', value: 0.83, numerator: 83, denominator: 100 },
  ],
  realism: null,
  ...over,
  metric: 'retention',
});

describe('a figure of the owner’s first page', () => {
  it('says now with its days and range, before, the goal, and what is missing', async () => {
    await renderPart(<HomeFigure goal={retention()} />);
    const shown = text('Retention');
    expect(shown).toContain('Now, 23 Oct to 22 Nov');
    expect(shown).toContain('85.0%85 of 100 people, likely 77% to 91%');
    expect(shown).toContain('In October 202683.0%');
    expect(shown).toContain('Goal90.0%');
    expect(shown).toContain('5.0 points to go');
  });

  it('says fewer than 20 people in counts and draws no bar for them', async () => {
    const current = { ...retention().current, value: 12 / 18, numerator: 12, denominator: 18 };
    await renderPart(<HomeFigure goal={retention({ current, history: [] })} />);
    const shown = text('Retention');
    expect(shown).toContain('12 of 18');
    expect(shown).not.toContain('66');
    expect(shown).not.toContain('to go');
  });

  it('has no data before there is any, and speaks Finnish', async () => {
    const current = { ...retention().current, value: null, numerator: 0, denominator: 0 };
    await renderPart(<HomeFigure goal={retention({ current, goal: null, progress: null })} />, {
      settings: aShop({ shop: { language: 'fi' } }),
    });
    const shown = text('Asiakaspysyvyys');
    expect(shown).toContain('Ei tietoja');
    expect(shown).toContain('Tavoiteei vielä');
    expect(shown).not.toContain('NaN');
  });
});
