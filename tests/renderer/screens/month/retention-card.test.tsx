// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ShowNames } from '#renderer/src/screens/month/count-button.tsx';
import { RetentionCard } from '#renderer/src/screens/month/retention-card.tsx';
import { aShop, renderPart } from '#tests/support/render.tsx';
import { octoberFigures } from './figures.ts';

const text = (element: HTMLElement) => (element.textContent ?? '').replace(/\u00a0/g, ' ');
const card = (title = 'Retention') => screen.getByRole('region', { name: title });

describe('the retention card', () => {
  it('shows kept ÷ start with its range, the textbook figure beside it, and why they differ', async () => {
    await renderPart(<RetentionCard figures={octoberFigures()} before={null} />);
    const shown = text(card());
    expect(shown).toContain('84.6%');
    expect(shown).toContain('Likely between 79.4% and 88.8%.');
    expect(shown).toContain('87.7%');
    expect(shown).toContain('7 people came back after a long gap.');
    expect(shown).toContain('At the end: 201 = 193 kept + 7 back + 1 new');
    expect(shown).toContain('At the start: 228 = 193 kept + 35 lapsed');
  });

  it('speaks Finnish', async () => {
    const settings = aShop({ shop: { language: 'fi' } });
    await renderPart(<RetentionCard figures={octoberFigures()} before={null} />, { settings });
    const shown = text(card('Asiakaspysyvyys'));
    expect(shown).toContain('84,6 %');
    expect(shown).toContain('7 palasi pitkän tauon jälkeen.');
    expect(shown).toContain('Lopussa: 201 = 193 pysynyttä + 7 palannutta + 1 uutta');
  });

  it('opens the names behind every number', async () => {
    const show = vi.fn();
    const { user } = await renderPart(
      <ShowNames value={show}>
        <RetentionCard figures={octoberFigures()} before={null} />
      </ShowNames>,
    );
    for (const button of screen.getAllByRole('button', { name: /Show the names$/ })) await user.click(button);
    expect(show.mock.calls.map(([group]) => group)).toEqual(['kept', 'S', 'E', 'N', 'S']);
  });

  it('tells fewer than 20 people in counts', async () => {
    const few = octoberFigures({ S: 18, kept: 12, lapsed: 6, E: 13, N: 1, R: 0, textbook: 12 / 18 });
    await renderPart(<RetentionCard figures={few} before={null} />);
    const shown = text(card());
    expect(shown).toContain('12 of 18');
    expect(shown).not.toMatch(/\d%/);
    expect(shown).toContain('Nobody came back after a long gap, so both figures agree.');
  });

  it('has no data without anybody at the start', async () => {
    const nobody = octoberFigures({
      S: 0,
      kept: 0,
      lapsed: 0,
      E: 8,
      N: 8,
      R: 0,
      retention: null,
      textbook: null,
    });
    await renderPart(<RetentionCard figures={nobody} before={null} />);
    expect(text(card())).toContain('No data');
    expect(text(card())).not.toMatch(/\d%/);
  });

  it('says why the textbook figure can exceed 100 %', async () => {
    const back = octoberFigures({ S: 100, kept: 70, lapsed: 30, N: 20, R: 40, E: 130, textbook: 1.1 });
    await renderPart(<RetentionCard figures={back} before={null} />);
    expect(text(card())).toContain('110.0%');
    expect(text(card())).toContain('That is why it is above 100%.');
  });

  it('compares with the period before only as far as the numbers allow', async () => {
    const before = { name: 'September 2023', figures: octoberFigures({ kept: 190, lapsed: 38, E: 198 }) };
    const { unmount } = await renderPart(<RetentionCard figures={octoberFigures()} before={before} />);
    expect(text(card())).toContain('September 2023: 83.3%, no clear change.');
    unmount();
    const worse = { name: 'September 2023', figures: octoberFigures({ kept: 120, lapsed: 108, E: 128 }) };
    await renderPart(<RetentionCard figures={octoberFigures()} before={worse} />);
    expect(text(card())).toContain('+32.0 points against September 2023.');
  });
});
