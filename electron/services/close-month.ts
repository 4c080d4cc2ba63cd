import type { CloseStep, MonthClose } from '#shared/contract/month-close.ts';
import { type BusinessMonth, formatDay, monthRange } from '#shared/domain/business-day/business-day.ts';
import { currencyDigits } from '#shared/domain/money/currencies.ts';
import { canonicalContent } from '#shared/domain/month-close/canonical-content.ts';
import { hashedText } from '#shared/domain/month-close/chain.ts';
import type { MonthFigure } from '#shared/domain/month-close/month-figures.ts';
import type { WriteTx } from '../db/connection.ts';
import {
  type CloseRow,
  forgetSettledSteps,
  insertClose,
  insertReopening,
  loadCloses,
  putSettledStep,
} from '../repositories/month-closes.ts';
import { closeInForce, closeSteps, type FoundStep, isConfirmable, isSkippable } from './close-steps.ts';
import { findClose, hashOfText } from './closed-months.ts';
import { failure } from './failure.ts';
import { detailsOfMonth, figuresOfMonth, monthNamed } from './month-figures.ts';
import type { OpenShop } from './open-shop.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** @throws Failure MonthNotClosable before the month's end, and while a close of it is in force */
async function mustBeOpen(tx: WriteTx, ctx: ShopContext, month: BusinessMonth, text: string): Promise<void> {
  if (present(ctx).month <= month) throw failure('MonthNotClosable', { month: text, why: 'notOver' });
  if (await closeInForce(ctx, month, tx)) throw failure('MonthNotClosable', { month: text, why: 'closed' });
}

/** What the guide shows of a month, read from the shop as it is. */
interface Looked {
  readonly window: number;
  readonly figures: readonly MonthFigure[];
  readonly steps: readonly FoundStep[];
}

async function look(shop: OpenShop, month: BusinessMonth): Promise<Looked> {
  const window = shopFacts(shop.ctx).preferences.activityWindow;
  const figures = await figuresOfMonth(shop.ctx, shop.figures, month, window);
  return { window, figures, steps: await closeSteps(shop, month, figures) };
}

/** What a close freezes. */
interface Frozen extends Looked {
  readonly details: readonly MonthFigure[];
  readonly log: { readonly entries: number; readonly broken: number | null };
}

async function freeze(shop: OpenShop, month: BusinessMonth): Promise<Frozen> {
  const looked = await look(shop, month);
  const { entries, broken } = await shop.figures.ask('verifyAudit', null);
  const log = { entries, broken: broken?.number ?? null };
  return { ...looked, log, details: await detailsOfMonth(shop.ctx, shop.figures, month, looked.window) };
}

/** 1: the month's own figures. 2: what else the Month screen shows as well. */
const closeFormat = 2;

/** The canonical text of a closed month: everything that must be readable from it alone, years later. */
function contentOf(
  ctx: ShopContext,
  month: BusinessMonth,
  frozen: Frozen,
  earlier: readonly CloseRow[],
  at: number,
): string {
  const { shop } = shopFacts(ctx);
  const { from, to } = monthRange(month);
  const replaced = earlier.findLast((row) => row.month === month);
  return canonicalContent({
    format: closeFormat,
    month: formatDay(from).slice(0, 7),
    from: formatDay(from),
    to: formatDay(to),
    closedAt: at,
    closedBy: currentStaff(shopFacts(ctx)).name,
    shop: shop.name,
    currency: shop.currency,
    currencyDigits: currencyDigits(shop.currency),
    window: frozen.window,
    replaces: replaced
      ? {
          number: replaced.number,
          at: replaced.reopenedAt,
          by: replaced.reopenedBy,
          reason: replaced.reopenReason,
        }
      : null,
    log: { ...frozen.log },
    figures: [...frozen.figures, ...frozen.details].map((one) => ({ ...one })),
    steps: frozen.steps.map(({ state }) => ({
      step: state.step,
      state: state.state,
      reason: state.state === 'skipped' ? (state.skipped?.reason ?? null) : null,
    })),
  });
}

async function writeClose(
  tx: WriteTx,
  ctx: ShopContext,
  month: BusinessMonth,
  frozen: Frozen,
): Promise<number> {
  const open = frozen.steps.filter(({ state }) => state.state === 'open').map(({ state }) => state.step);
  if (open.length > 0) throw failure('StepsOpen', { steps: open });
  const earlier = await loadCloses(tx);
  const last = earlier.at(-1);
  // Read once: the row must say the same moment as its content, or the check of the chain calls it tampered with.
  const { at } = present(ctx);
  const close = {
    number: (last?.number ?? 0) + 1,
    content: contentOf(ctx, month, frozen, earlier, at),
    previousHash: last?.hash ?? null,
  };
  await insertClose(tx, {
    number: close.number,
    month,
    content: close.content,
    previous_hash: close.previousHash,
    hash: hashOfText(hashedText(close)),
    at,
    staff_id: currentStaff(shopFacts(ctx)).id,
  });
  return close.number;
}

/** Attempts to read everything between two writes before the writes have to wait for it. */
const patientAttempts = 3;

/**
 * Freezes a month under the next number. All figures are read between two writes, so that they belong together; the
 * till goes on meanwhile, and only where it keeps writing does it wait for the last attempt.
 * @throws Failure InvalidValue, MonthNotClosable, StepsOpen, RequestIdReused
 */
export async function closeMonth(
  shop: OpenShop,
  input: { readonly requestId: string; readonly month: string },
): Promise<MonthClose> {
  const { ctx } = shop;
  const month = monthNamed(input.month);
  const write = (tx: WriteTx, frozen: () => Promise<Frozen>) =>
    writeOnce(tx, ctx, 'monthClose.close', input, async () => {
      await mustBeOpen(tx, ctx, month, input.month);
      return writeClose(tx, ctx, month, await frozen());
    });
  let number: number | null = null;
  for (let attempt = 0; number === null && attempt < patientAttempts; attempt += 1) {
    const version = ctx.work.dataVersion;
    const frozen = await freeze(shop, month);
    number = await ctx.work.write(async (tx) =>
      ctx.work.dataVersion === version ? write(tx, async () => frozen) : null,
    );
  }
  const closed = number ?? (await ctx.work.write((tx) => write(tx, () => freeze(shop, month))));
  return (await findClose(ctx.work.read, closed)).close;
}

/**
 * Opens a closed month again: the owner's decision, with a reason. The close stays as it is, and the steps are to be
 * gone through anew.
 * @throws Failure NotFound, OwnerOnly, MonthNotReopenable, RequestIdReused
 */
export async function reopenMonth(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly number: number; readonly reason: string },
): Promise<MonthClose> {
  const number = await ctx.work.write((tx) =>
    writeOnce(tx, ctx, 'monthClose.reopen', input, async () => {
      const staff = currentStaff(shopFacts(ctx));
      if (staff.role !== 'owner') throw failure('OwnerOnly');
      const { row } = await findClose(tx, input.number);
      if (row.reopenedAt !== null) throw failure('MonthNotReopenable', { number: row.number });
      await insertReopening(tx, {
        number: row.number,
        at: present(ctx).at,
        staff_id: staff.id,
        reason: input.reason,
      });
      await forgetSettledSteps(tx, row.month);
      return row.number;
    }),
  );
  return (await findClose(ctx.work.read, number)).close;
}

interface StepInput {
  readonly requestId: string;
  readonly month: string;
  readonly step: CloseStep;
}

/** Settles a step of a month that is over and not closed. */
async function settle(
  ctx: ShopContext,
  call: string,
  input: StepInput,
  settled: {
    readonly state: 'confirmed' | 'skipped';
    readonly found: readonly string[];
    readonly reason: string | null;
  },
): Promise<{ step: CloseStep }> {
  const month = monthNamed(input.month);
  await ctx.work.write((tx) =>
    writeOnce(tx, ctx, call, input, async () => {
      await mustBeOpen(tx, ctx, month, input.month);
      await putSettledStep(tx, {
        month,
        step: input.step,
        state: settled.state,
        found: JSON.stringify(settled.found),
        reason: settled.reason,
        at: present(ctx).at,
        staff_id: currentStaff(shopFacts(ctx)).id,
      });
      return 0;
    }),
  );
  return { step: input.step };
}

/**
 * Somebody has looked at what a step shows now; it is done until something else is found.
 * @throws Failure InvalidValue, StepNotSettled, MonthNotClosable, RequestIdReused
 */
export async function confirmStep(shop: OpenShop, input: StepInput): Promise<{ step: CloseStep }> {
  if (!isConfirmable(input.step)) throw failure('StepNotSettled', { step: input.step });
  const { steps } = await look(shop, monthNamed(input.month));
  const found = steps.find(({ state }) => state.step === input.step)?.found ?? [];
  return settle(shop.ctx, 'monthClose.confirmStep', input, { state: 'confirmed', found, reason: null });
}

/**
 * Leaves a step out, with a reason that is frozen with the month.
 * @throws Failure InvalidValue, StepNotSettled, MonthNotClosable, RequestIdReused
 */
export async function skipStep(
  ctx: ShopContext,
  input: StepInput & { readonly reason: string },
): Promise<{ step: CloseStep }> {
  if (!isSkippable(input.step)) throw failure('StepNotSettled', { step: input.step });
  const { reason } = input;
  return settle(ctx, 'monthClose.skipStep', input, { state: 'skipped', found: [], reason });
}
