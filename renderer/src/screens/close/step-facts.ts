import type { CloseStep, StepState } from '#shared/contract/month-close.ts';

/** The first step that is still to be done; null when the month can be closed. */
export const nextStep = (steps: readonly StepState[]): CloseStep | null =>
  steps.find(({ state }) => state === 'open')?.step ?? null;

/** The steps that are still to be done, in the order of the guide. */
export const stepsLeft = (steps: readonly StepState[]): readonly CloseStep[] =>
  steps.filter(({ state }) => state === 'open').map(({ step }) => step);

/** Whether the books of every unit close and no balance is another than its entries say. */
export const booksClose = (step: Extract<StepState, { step: 'rollForward' }>): boolean =>
  step.units.every(({ difference, wrongBalances }) => difference === 0 && wrongBalances === 0);
