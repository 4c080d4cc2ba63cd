import type { MonthFigure } from '#shared/contract/month-close.ts';
import { putSettledStep } from '../../repositories/month-closes.ts';
import { closeInForce, fingerprintOf } from '../close-steps.ts';
import { closedMonth } from '../closed-months.ts';
import { figuresOfMonth, monthNamed } from '../month-figures.ts';
import type { OpenShop } from '../open-shop.ts';
import { currentStaff, present, shopFacts } from '../shop-context.ts';

/** The figures of a month: those it was closed with, else as they are now. */
export async function figuresToExport(shop: OpenShop, text: string): Promise<readonly MonthFigure[]> {
  const { ctx } = shop;
  const month = monthNamed(text);
  const close = await closeInForce(ctx, month);
  const content = close ? (await closedMonth(ctx, { number: close.number })).content : null;
  if (content) return content.figures;
  return figuresOfMonth(ctx, shop.figures, month, shopFacts(ctx).preferences.activityWindow);
}

/** A month whose figures went into a file. */
export interface SavedMonth {
  readonly month: string;
  readonly figures: readonly MonthFigure[];
}

/** Notes that a month's figures were saved: its export step is done while they stay as they are. */
export async function noteSaved({ ctx }: OpenShop, { month: text, figures }: SavedMonth): Promise<void> {
  const month = monthNamed(text);
  await ctx.work.write(async (tx) => {
    if (await closeInForce(ctx, month, tx)) return;
    await putSettledStep(tx, {
      month,
      step: 'export',
      state: 'saved',
      found: JSON.stringify([fingerprintOf(figures)]),
      reason: null,
      at: present(ctx).at,
      staff_id: currentStaff(shopFacts(ctx)).id,
    });
  });
}
