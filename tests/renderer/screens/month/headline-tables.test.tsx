// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { BaseCard } from '#renderer/src/screens/month/base-card.tsx';
import { RetentionCard } from '#renderer/src/screens/month/retention-card.tsx';
import { SoFarCard } from '#renderer/src/screens/month/so-far-card.tsx';
import { WaterfallCard } from '#renderer/src/screens/month/waterfall-card.tsx';
import { renderPart } from '#tests/support/render.tsx';
import { octoberFigures } from './figures.ts';

/** What the card copies, and what its table says. */
const copyOf = async (card: ReactNode, title: string) => {
  const { user } = await renderPart(card);
  const copied = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(screen.getByRole('button', { name: `What is this? ${title}` }));
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  const text = copied.mock.calls[0]?.[0] ?? '';
  await user.click(screen.getByRole('button', { name: 'Show as a table' }));
  const table = screen.getByRole('table', { name: title });
  return { lines: text.split('\n'), rows: [...table.querySelectorAll('tr')].map((row) => row.textContent) };
};

describe('the cards about keeping people, as text and as a table', () => {
  it('the headline with the period before, the textbook figure and every count', async () => {
    const before = { name: 'September 2023', figures: octoberFigures({ kept: 190, lapsed: 38, E: 198 }) };
    const { lines, rows } = await copyOf(
      <RetentionCard figures={octoberFigures()} before={before} />,
      'Retention',
    );
    expect(lines).toEqual([
      'Retention',
      '\tFigure\tCounted from',
      'Retention\t84.6%\t193 of 228, likely 79.4% to 88.8%',
      'September 2023\t83.3%\t190 of 228, likely 78.0% to 87.6%',
      'Textbook figure\t87.7%\t(201 − 1) ÷ 228',
      'Active on 1 Oct\t228\t',
      'Kept\t193\t',
      'Lapsed\t35\t',
      'Back after a long gap\t7\t',
      'New, and active on 31 Oct\t1\t',
      'Active on 31 Oct\t201\t',
    ]);
    expect(rows).toHaveLength(lines.length - 1);
  });

  it('fewer than twenty people in counts, nobody as no data', async () => {
    const few = octoberFigures({ S: 18, kept: 12, lapsed: 6, E: 13, N: 1, R: 0 });
    const { lines } = await copyOf(<RetentionCard figures={few} before={null} />, 'Retention');
    expect(lines.slice(2, 4)).toEqual(['Retention\t12 of 18\t', 'Textbook figure\t12 of 18\t(13 − 1) ÷ 18']);
  });

  it('the waterfall with its signs', async () => {
    const { lines } = await copyOf(
      <WaterfallCard figures={octoberFigures()} lastDay="2023-10-31" />,
      'Where 228 became 201',
    );
    expect(lines.slice(2)).toEqual([
      'Active on 1 Oct\t228',
      'New\t+1',
      'Back\t+7',
      'Lapsed\t−35',
      'Active on 31 Oct\t201',
    ]);
  });

  it('a period that still runs', async () => {
    const running = octoberFigures({ unfinished: true, newInPeriod: 4 });
    const { lines } = await copyOf(<SoFarCard figures={running} daysLeft={3} />, 'Retention');
    expect(lines.slice(2)).toEqual([
      'Active at the start\t228',
      'Of them here already\t135',
      'New so far\t4',
    ]);
  });

  it('what the figures rest on, without a share of a period that still runs', async () => {
    const title = 'What the figures rest on';
    const { lines } = await copyOf(<BaseCard figures={octoberFigures()} />, title);
    expect(lines.slice(2)).toEqual([
      'Check-ins with a name\t82.2%\t411 of 500, likely 78.6% to 85.3%',
      'Money with a name\t80.0%\t€8,000.00 of €10,000.00',
      'Active at start, here again\t59.2%\t135 of 228, likely 52.7% to 65.4%',
    ]);
  });
});
