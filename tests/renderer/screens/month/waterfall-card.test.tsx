// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ShowNames } from '#renderer/src/screens/month/count-button.tsx';
import { WaterfallCard } from '#renderer/src/screens/month/waterfall-card.tsx';
import { renderPart } from '#tests/support/render.tsx';
import { octoberFigures } from './figures.ts';

describe('the waterfall', () => {
  it('is told in words, marks where its columns are cut and opens the names of every column', async () => {
    const show = vi.fn();
    const { user } = await renderPart(
      <ShowNames value={show}>
        <WaterfallCard figures={octoberFigures()} lastDay="2023-10-31" />
      </ShowNames>,
    );
    const shown = (screen.getByRole('region').textContent ?? '').replace(/\u00a0/g, ' ');
    expect(shown).toContain(
      '228 people were active on 1 Oct. 1 new and 7 returned people came on top, 35 lapsed. 201 were active on 31 Oct.',
    );
    expect(shown).toMatch(/cut at \d+/);
    const columns = screen.getAllByRole('button', { name: /Show the names$/ });
    expect(columns.map((column) => column.textContent?.replace(/\u00a0/g, ' '))).toEqual([
      '228 1 Oct, active. Show the names',
      '+1 New. Show the names',
      '+7 Back. Show the names',
      '−35 Lapsed. Show the names',
      '201 31 Oct, active. Show the names',
    ]);
    for (const column of columns) await user.click(column);
    expect(show.mock.calls.map(([group]) => group)).toEqual(['S', 'N', 'R', 'lapsed', 'E']);
  });
});
