import { type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import type { WriteTx } from '../db/connection.ts';
import { keptCustomer } from '../repositories/customers.ts';
import {
  absencesOf,
  closedDaysInForce,
  endPause,
  insertAbsence,
  insertClosedDays,
  type PauseRow,
} from '../repositories/pauses.ts';
import { failure } from './failure.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** The longest pause that is taken for one, days: longer is a typing error. */
const longest = 400;

interface AskedPause {
  readonly requestId: string;
  readonly from: string;
  readonly to: string;
}

/** Pauses as they cross the wire. */
export const pauseViews = (rows: readonly PauseRow[]) =>
  rows.map(({ id, from, to }) => ({ id, from: formatDay(from), to: formatDay(to) }));

function daysOf({ from, to }: AskedPause): { readonly from_day: BusinessDay; readonly to_day: BusinessDay } {
  const first = parseDay(from);
  const last = parseDay(to);
  if (first === null) throw failure('InvalidValue', { field: 'from' });
  if (last === null || last < first || last - first > longest) throw failure('InvalidValue', { field: 'to' });
  return { from_day: first, to_day: last };
}

/** Days on which the shop is closed. */
export async function closedDays(ctx: ShopContext) {
  return { closed: pauseViews(await closedDaysInForce(ctx.work.read)) };
}

/** @throws Failure InvalidValue (from; to: before it, or more than 400 days after), RequestIdReused */
export function addClosedDays(ctx: ShopContext, input: AskedPause) {
  const days = daysOf(input);
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'outlook.addClosedDays', input, async () => {
      const id = ctx.ids.next('closed_days');
      await insertClosedDays(tx, { id, ...days, ...written(ctx, input) });
      return id;
    });
    return { closed: pauseViews(await closedDaysInForce(tx)) };
  });
}

const written = (ctx: ShopContext, { requestId }: { readonly requestId: string }) => ({
  request_id: requestId,
  at: present(ctx).at,
  staff_id: currentStaff(shopFacts(ctx)).id,
});

async function end(tx: WriteTx, ctx: ShopContext, table: 'closed_days' | 'absences', id: number) {
  if (!(await endPause(tx, table, id, present(ctx).at))) throw failure('NotFound', { what: 'pause', id });
  return id;
}

/** @throws Failure NotFound, RequestIdReused */
export function endClosedDays(ctx: ShopContext, input: { readonly requestId: string; readonly id: number }) {
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'outlook.endClosedDays', input, () => end(tx, ctx, 'closed_days', input.id));
    return { closed: pauseViews(await closedDaysInForce(tx)) };
  });
}

/** An absence somebody told of. @throws Failure NotFound, InvalidValue (as for closed days), RequestIdReused */
export function addAbsence(ctx: ShopContext, input: AskedPause & { readonly customerId: number }) {
  const days = daysOf(input);
  return ctx.work.write(async (tx) => {
    const customer = await keptCustomer(tx, input.customerId);
    if (!customer) throw failure('NotFound', { what: 'customer', id: input.customerId });
    await writeOnce(tx, ctx, 'outlook.addAbsence', input, async () => {
      const id = ctx.ids.next('absences');
      await insertAbsence(tx, { id, customer_id: customer.id, ...days, ...written(ctx, input) });
      return id;
    });
    return { absences: pauseViews(await absencesOf(tx, customer.id)) };
  });
}

/** @throws Failure NotFound, RequestIdReused */
export function endAbsence(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly customerId: number; readonly id: number },
) {
  return ctx.work.write(async (tx) => {
    const customer = await keptCustomer(tx, input.customerId);
    if (!customer) throw failure('NotFound', { what: 'customer', id: input.customerId });
    await writeOnce(tx, ctx, 'outlook.endAbsence', input, async () => {
      const own = await absencesOf(tx, customer.id);
      if (!own.some(({ id }) => id === input.id)) throw failure('NotFound', { what: 'pause', id: input.id });
      return end(tx, ctx, 'absences', input.id);
    });
    return { absences: pauseViews(await absencesOf(tx, customer.id)) };
  });
}
