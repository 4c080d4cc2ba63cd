import { describe, expect, it } from 'vitest';
import { booksClose, nextStep, stepsLeft } from '#renderer/src/screens/close/step-facts.ts';
import type { StepState } from '#shared/contract/month-close.ts';

const base = { skippable: false, confirmable: false, skipped: null };
const figures = (state: StepState['state']): StepState => ({ step: 'figures', state, ...base });
const backup = (state: StepState['state']): StepState => ({ step: 'backup', state, ...base, at: null });
const overdrawn = (state: StepState['state']): StepState => ({
  step: 'overdrawn',
  state,
  ...base,
  wallets: [],
});

describe('what is left of a close', () => {
  it('is the open steps in the order of the guide; what was left out is settled', () => {
    const steps = [overdrawn('skipped'), figures('open'), backup('open')];
    expect(stepsLeft(steps)).toEqual(['figures', 'backup']);
    expect(nextStep(steps)).toBe('figures');
    expect(nextStep([overdrawn('skipped'), figures('done'), backup('done')])).toBeNull();
  });
});

describe('booksClose', () => {
  const unit = {
    unitId: 1,
    name: 'Stamps',
    kind: 'stamps' as const,
    ...{ opening: 1, earned: 2, adjusted: 0, redeemed: 0, expired: 0, closing: 3 },
    ...{ openingCost: 0, earnedCost: 0, adjustedCost: 0, redeemedCost: 0, expiredCost: 0, closingCost: 0 },
    counted: 3,
    difference: 0,
    wrongBalances: 0,
  };
  const books = (change: { difference?: number; wrongBalances?: number }) => ({
    step: 'rollForward' as const,
    state: 'open' as const,
    ...base,
    units: [unit, { ...unit, ...change }],
  });

  it('needs every unit to close and every balance to be the sum of its entries', () => {
    expect(booksClose(books({}))).toBe(true);
    expect(booksClose(books({ difference: 1 }))).toBe(false);
    expect(booksClose(books({ wrongBalances: 1 }))).toBe(false);
  });
});
