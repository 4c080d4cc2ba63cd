import { type BusinessDay, dayOfDate, monthOf, parseDay } from '#shared/domain/business-day/business-day.ts';
import { type ActivityWindow, activityBounds, previousPeriod } from '#shared/domain/retention/index.ts';
import { failure } from './failure.ts';
import { present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';

/** Days of a period as they come from a screen; `to` is exclusive. */
export interface SpanInput {
  readonly from: string;
  readonly to: string;
}

export interface PeriodInput extends SpanInput {
  readonly window: ActivityWindow;
}

const firstDay = dayOfDate(1, 1, 1) ?? 0;

/** @throws Failure InvalidValue */
export function dayOf(text: string, field: string): BusinessDay {
  const day = parseDay(text);
  if (day === null) throw failure('InvalidValue', { field });
  return day;
}

/** A period and today. @throws Failure InvalidValue, also where there is no period before it */
export function spanQuestion(ctx: ShopContext, input: SpanInput) {
  const { day: today } = present(ctx);
  const [start, end] = [dayOf(input.from, 'from'), dayOf(input.to, 'to')];
  if (end <= start) throw failure('InvalidValue', { field: 'to' });
  refuseBefore(() => previousPeriod({ start, end }).start);
  return { start, end, today };
}

/** A period with its activity window, and today. @throws Failure InvalidValue */
export function periodQuestion(ctx: ShopContext, input: PeriodInput) {
  const { window } = input;
  const question = spanQuestion(ctx, input);
  refuseBefore(() => activityBounds(question, window).startFrom);
  return { ...question, window };
}

/** Before the first day of the calendar there is nothing to look into. */
function refuseBefore(look: () => BusinessDay): void {
  try {
    if (look() >= firstDay) return;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw failure('InvalidValue', { field: 'from' });
}

/** Everything up to a day. @throws Failure InvalidValue */
export function upToQuestion(ctx: ShopContext, input: { readonly to: string }) {
  const to = dayOf(input.to, 'to');
  // The year before is looked at too.
  if (monthOf(to) < 36) throw failure('InvalidValue', { field: 'to' });
  return { to, today: present(ctx).day };
}

/** The tiers of today, lowest first. */
export function tiersToday(ctx: ShopContext): { tierId: number; name: string }[] {
  const { day } = present(ctx);
  const { tiers } = programmeOn(shopFacts(ctx), day).rules;
  return (tiers?.levels ?? []).map((level) => ({ tierId: level.id, name: level.name }));
}
