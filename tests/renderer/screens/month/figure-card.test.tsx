// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { FigureCard } from '#renderer/src/screens/month/figure-card.tsx';
import { tableText } from '#renderer/src/screens/month/figure-table.ts';
import { renderPart } from '#tests/support/render.tsx';

const table = {
  head: ['Month', 'People'],
  rows: [
    ['May', '1\u00a0234'],
    ['June', '12 of 18'],
  ],
};

describe('a figure', () => {
  it('is written as text with tabs and plain spaces', () => {
    expect(tableText('Who stays', table)).toBe('Who stays\nMonth\tPeople\nMay\t1 234\nJune\t12 of 18');
  });

  it('tells what it means, is copied as text and shown as a table', async () => {
    const { user } = await renderPart(
      <FigureCard title="Who stays" define="Kept of all." table={table}>
        <p>the picture</p>
      </FigureCard>,
    );
    const copied = vi.spyOn(navigator.clipboard, 'writeText');
    await user.click(screen.getByRole('button', { name: 'What is this? Who stays' }));
    expect(await screen.findByText('Kept of all.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy as text' }));
    expect(copied).toHaveBeenCalledWith(tableText('Who stays', table));
    expect(await screen.findByText('Copied.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show as a table' }));
    expect(screen.getByRole('table', { name: 'Who stays' }).textContent).toContain('12 of 18');
    expect(screen.queryByText('the picture')).toBeNull();
  });

  it('offers neither before its numbers are there', async () => {
    const { user } = await renderPart(
      <FigureCard title="Who stays" define="Kept of all." table={undefined}>
        <p>the picture</p>
      </FigureCard>,
    );
    await user.click(screen.getByRole('button', { name: 'What is this? Who stays' }));
    expect(screen.queryByRole('button', { name: 'Copy as text' })).toBeNull();
  });
});
