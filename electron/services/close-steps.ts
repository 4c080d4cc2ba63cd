import type { CloseStep, StepState } from '#shared/contract/month-close.ts';
import {
  type BusinessMonth,
  businessDayAt,
  businessDayRange,
  formatDay,
  monthRange,
} from '#shared/domain/business-day/business-day.ts';
import { canonicalContent } from '#shared/domain/month-close/canonical-content.ts';
import type { MonthFigure } from '#shared/domain/month-close/month-figures.ts';
import { rollForward } from '#shared/domain/value/roll-forward.ts';
import type { QueryOutput } from '../reports/queries.ts';
import { loadCloses, type SettledStep, settledSteps } from '../repositories/month-closes.ts';
import { lastOwnCopyAt } from './backups/overview.ts';
import { hashOfText } from './closed-months.ts';
import { tailOf } from './customer-view.ts';
import { findDuplicates } from './find-duplicates.ts';
import { figuresOfMonth, monthNamed } from './month-figures.ts';
import type { OpenShop } from './open-shop.ts';
import { listParked } from './parked-check-ins.ts';
import { reconciliation } from './programme-lists.ts';
import { present, type ShopContext, shopFacts } from './shop-context.ts';

/**
 * Which steps may be left out with a reason: somebody may stay below zero, a check-in may wait for its customer, and the
 * accountant may take the printed report. The books must close, the figures be read and a copy be made.
 */
const skippable: readonly CloseStep[] = ['unfinished', 'overdrawn', 'export'];

/** Steps that are done by somebody looking at what was found. */
const confirmable: readonly CloseStep[] = ['duplicates', 'oddDays', 'figures'];

export const isSkippable = (step: CloseStep): boolean => skippable.includes(step);
export const isConfirmable = (step: CloseStep): boolean => confirmable.includes(step);

/** People entered in a month who are compared with everybody: the newest, after an import of thousands. */
const mostCompared = 500;
/** People compared before the till is let in. */
const comparedAtOnce = 10;

const giveWay = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A step with the texts of what was found, by which a later look knows whether something is new. */
export interface FoundStep {
  readonly state: StepState;
  readonly found: readonly string[];
}

type Findings = QueryOutput<'closeFindings'>;

/** People entered in the month beside those who may be the same person, each pair once. */
async function duplicatePairs(shop: OpenShop, entered: Findings['entered']) {
  const pairs = new Map<string, Extract<StepState, { step: 'duplicates' }>['pairs'][number]>();
  for (const [index, person] of entered.people.entries()) {
    if (index % comparedAtOnce === 0) await giveWay();
    const { customerId, name, phone } = person;
    const asked = { name, phone, cardCode: null, exceptId: customerId };
    for (const other of await findDuplicates(shop.ctx, shop.search, asked)) {
      const key = [customerId, other.customerId].sort((a, b) => a - b).join('+');
      if (pairs.has(key)) continue;
      pairs.set(key, {
        entered: { customerId, name, phoneTail: tailOf(phone) },
        other: { customerId: other.customerId, name: other.name, phoneTail: other.phoneTail },
        why: other.why,
      });
    }
  }
  return pairs;
}

/** Whether somebody has looked at everything that is found now. */
function isConfirmed(row: SettledStep | undefined, found: readonly string[]): boolean {
  if (row?.state !== 'confirmed' && row?.state !== 'saved') return false;
  const seen = new Set(JSON.parse(row.found) as string[]);
  return found.every((one) => seen.has(one));
}

class Guide {
  readonly #settled: ReadonlyMap<string, SettledStep>;

  constructor(settled: readonly SettledStep[]) {
    this.#settled = new Map(settled.map((row) => [row.step, row]));
  }

  settled(step: CloseStep): SettledStep | undefined {
    return this.#settled.get(step);
  }

  /** What all steps have in common; `isDone` is what the shop itself says. */
  base(step: CloseStep, isDone: boolean) {
    const row = this.#settled.get(step);
    const skipped =
      row?.state === 'skipped' ? { reason: row.reason ?? '', at: row.at, by: row.byName } : null;
    const state = isDone ? ('done' as const) : skipped ? ('skipped' as const) : ('open' as const);
    return { state, skippable: isSkippable(step), confirmable: isConfirmable(step), skipped };
  }

  /** The same for a step that is done when everything found was looked at. */
  looked(step: CloseStep, found: readonly string[], isDoneWhenEmpty: boolean) {
    return this.base(
      step,
      (isDoneWhenEmpty && found.length === 0) || isConfirmed(this.#settled.get(step), found),
    );
  }
}

/** Roll-forwards of the month beside the balances counted on their own. */
async function rollForwardUnits({ ctx, figures: reports }: OpenShop, month: BusinessMonth, found: Findings) {
  const { from, to } = monthRange(month);
  const { units } = await reconciliation(ctx, reports, { from: formatDay(from), to: formatDay(to) });
  return units.map((unit) => {
    const counted = found.counted.find((row) => row.unitId === unit.unitId)?.counted ?? 0;
    const { difference } = rollForward({ ...unit, closing: counted });
    const wrongBalances = found.wrong.find((row) => row.unitId === unit.unitId)?.wrong ?? 0;
    return { ...unit, counted, difference, wrongBalances };
  });
}

/** A hash of the figures: reading them and exporting them counts until one of them changes. */
export function fingerprintOf(figures: readonly MonthFigure[]): string {
  return hashOfText(canonicalContent(figures.map((one) => ({ ...one }))));
}

/** Every step of a month's close with what was found in the shop as it is now. */
export async function closeSteps(
  shop: OpenShop,
  month: BusinessMonth,
  figures: readonly MonthFigure[],
): Promise<readonly FoundStep[]> {
  const { ctx, figures: reports } = shop;
  const { calendar } = shopFacts(ctx);
  const { from, to } = monthRange(month);
  const start = businessDayRange(from, calendar).start;
  const end = businessDayRange(to, calendar).start;
  const found = await reports.ask('closeFindings', { from, to, start, end, mostCompared });
  const guide = new Guide(await settledSteps(ctx.work.read, month));
  const parked = (await listParked(ctx)).filter((one) => one.at >= start && one.at < end);
  const pairs = await duplicatePairs(shop, found.entered);
  const units = await rollForwardUnits(shop, month, found);
  const booksClose = units.every((unit) => unit.difference === 0 && unit.wrongBalances === 0);
  const odd = [
    ...found.days.map(({ day, checkIns }) => `${day}:${checkIns}`),
    ...found.amounts.map(({ visitId }) => `visit ${visitId}`),
  ];
  const fingerprint = [fingerprintOf(figures)];
  const exported = guide.settled('export');
  const copiedAt = await lastOwnCopyAt(shop);
  const isCopyOfToday = copiedAt !== null && businessDayAt(copiedAt, calendar) === present(ctx).day;
  const states: readonly (readonly [StepState, readonly string[]])[] = [
    [
      {
        step: 'unfinished',
        ...guide.base('unfinished', parked.length === 0),
        parked: parked.map(({ parkedId, at, customerName, amount }) => ({
          ...{ parkedId, at, customerName, amount },
        })),
      },
      [],
    ],
    [
      {
        step: 'duplicates',
        ...guide.looked('duplicates', [...pairs.keys()], true),
        pairs: [...pairs.values()],
        compared: found.entered.people.length,
        entered: found.entered.total,
      },
      [...pairs.keys()],
    ],
    [
      {
        step: 'overdrawn',
        ...guide.base('overdrawn', found.overdrawn.length === 0),
        wallets: [...found.overdrawn],
      },
      [],
    ],
    [{ step: 'rollForward', ...guide.base('rollForward', booksClose), units }, []],
    [
      {
        step: 'oddDays',
        ...guide.looked('oddDays', odd, true),
        days: found.days.map((one) => ({ ...one, day: formatDay(one.day) })),
        amounts: found.amounts.map((one) => ({ ...one, day: formatDay(one.day) })),
      },
      odd,
    ],
    [{ step: 'figures', ...guide.looked('figures', fingerprint, false) }, fingerprint],
    [
      {
        step: 'export',
        ...guide.looked('export', fingerprint, false),
        at: exported?.state === 'saved' ? exported.at : null,
      },
      fingerprint,
    ],
    [{ step: 'backup', ...guide.base('backup', isCopyOfToday), at: copiedAt }, []],
  ];
  return states.map(([state, seen]) => ({ state, found: seen }));
}

/** The close of a month that is in force; null while it is open. */
export async function closeInForce(ctx: ShopContext, month: BusinessMonth, db = ctx.work.read) {
  return (await loadCloses(db)).findLast((row) => row.month === month && row.reopenedAt === null) ?? null;
}

/** Where a month stands. @throws Failure InvalidValue */
export async function monthGuide(shop: OpenShop, input: { readonly month: string }) {
  const { ctx, figures: reports } = shop;
  const month = monthNamed(input.month);
  const { activityWindow } = shopFacts(ctx).preferences;
  const inForce = await closeInForce(ctx, month);
  const figures = await figuresOfMonth(ctx, reports, month, activityWindow);
  const steps = await closeSteps(shop, month, figures);
  const isOver = present(ctx).month > month;
  return {
    month: input.month,
    state: inForce ? ('closed' as const) : isOver ? ('open' as const) : ('notOver' as const),
    number: inForce?.number ?? null,
    steps: steps.map(({ state }) => state),
  };
}
