// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PreviewCard } from '#renderer/src/screens/loyalty/preview-card.tsx';
import type { ProgrammeDraft } from '#renderer/src/screens/loyalty/programme-draft.ts';
import { aShop, renderPart } from '#tests/support/render.tsx';

const draft: ProgrammeDraft = {
  points: { on: true, points: 1, per: 100 },
  stamps: { on: true, name: 'Card', size: 10, stampsPerVisit: 1 },
  rewards: [
    {
      key: 'a',
      id: null,
      name: 'Beans',
      pricedIn: 'points',
      price: 500,
      gives: 'other',
      itemId: null,
      amountOff: null,
      cost: 620,
    },
  ],
};
const card = (change: Partial<ProgrammeDraft> = {}) => (
  <PreviewCard draft={{ ...draft, ...change }} step={100} largest={4000} usual={800} />
);
const sentence = (): string => (screen.getAllByRole('status')[0]?.textContent ?? '').replace(/\u00a0/g, ' ');

describe('what a customer gets', () => {
  it('is said in a sentence, with the way to each reward', async () => {
    await renderPart(card());
    expect(sentence()).toBe('A customer who spends €8.00 gets 1 stamp and 8 points.');
    expect(screen.getByText(/after 63 visits/).textContent).toContain('1.2%');
  });

  it('is said in Finnish', async () => {
    await renderPart(card(), { settings: aShop({ shop: { language: 'fi' } }) });
    expect(sentence()).toBe('Asiakas, jonka lasku on 8,00 €, saa 1 leiman ja 8 pistettä.');
  });

  it('leaves out what is not given', async () => {
    await renderPart(card({ stamps: { ...draft.stamps, on: false } }));
    expect(sentence()).toBe('A customer who spends €8.00 gets 8 points.');
  });

  it('follows the slider, by keyboard too', async () => {
    const { user } = await renderPart(card());
    screen.getByRole('slider', { name: 'Amount spent' }).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(sentence()).toBe('A customer who spends €10.00 gets 1 stamp and 10 points.');
  });

  it('warns of a reward nobody reaches', async () => {
    await renderPart(card({ points: { on: true, points: 1, per: 1000 } }));
    expect(screen.getByText(/more than 80 visits away/)).toBeDefined();
  });
});
