import fc from 'fast-check';
import type { ReadDb } from '#electron/db/connection.ts';
import { type QueryName, queries } from '#electron/reports/queries.ts';
import type { ReportsClient } from '#electron/reports/reports-client.ts';
import { adjustBalance } from '#electron/services/adjust-balance.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { expireLots } from '#electron/services/daily-runs.ts';
import { Failure } from '#electron/services/failure.ts';
import { joinHousehold, leaveHousehold } from '#electron/services/household.ts';
import { mergeCustomers, unmergeCustomers } from '#electron/services/merge-customers.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { newRuleId, publishProgramme } from '#electron/services/programme.ts';
import { refundVisit } from '#electron/services/refund-visit.ts';
import { updateSettings } from '#electron/services/settings.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { issueVoucher } from '#electron/services/vouchers.ts';
import { chooseReward, chooseVoucher } from '#renderer/src/screens/till/choose-reward.ts';
import { addItem } from '#renderer/src/screens/till/edit-entry.ts';
import { type Entry, emptyEntry } from '#renderer/src/screens/till/entry.ts';
import { offeredVoucher, offersFor } from '#renderer/src/screens/till/reward-offers.ts';
import { paidAmount, redeemOf } from '#renderer/src/screens/till/settle-entry.ts';
import type { Item } from '#shared/contract/items.ts';
import type { CustomerCard, Receipt } from '#shared/contract/till.ts';
import type { Benefit } from '#shared/contract/vouchers.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { aCustomer, anItem, aRequest, rulesOf, type TestShop } from './shop.ts';
import { anyRules, type NamedByRules } from './whole-rules.ts';

/** One thing that happens in a shop that uses the whole programme. Numbers choose among what is there at that moment. */
export type WholeStep =
  | {
      readonly kind: 'visit';
      readonly who: number;
      readonly basket: readonly number[];
      readonly typed: number | null;
      readonly rewards: readonly number[];
      readonly voucher: boolean;
    }
  | { readonly kind: 'undo'; readonly visit: number }
  | { readonly kind: 'move'; readonly visit: number; readonly who: number }
  | {
      readonly kind: 'refund';
      readonly visit: number;
      /** Thousandths of what is left. */
      readonly part: number;
      readonly returnRewards: boolean;
    }
  | { readonly kind: 'adjust'; readonly who: number; readonly unit: number; readonly change: number }
  | { readonly kind: 'voucher'; readonly who: number; readonly benefit: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'publish'; readonly rules: (named: NamedByRules) => ProgrammeRules }
  | { readonly kind: 'merge'; readonly who: number; readonly other: number }
  | { readonly kind: 'unmerge'; readonly who: number }
  | { readonly kind: 'join'; readonly who: number; readonly other: number }
  | { readonly kind: 'leave'; readonly who: number }
  | { readonly kind: 'repeat'; readonly request: number };

const people = 3;
const who = fc.nat(people - 1);
const visit = fc.nat(30);
const one = <K extends string>(kind: K) => fc.constant(kind);

const aVisitStep = fc.record({
  kind: one('visit'),
  who,
  basket: fc.array(fc.nat(2), { maxLength: 4 }),
  typed: fc.option(fc.integer({ min: 1, max: 2500 }), { freq: 2 }),
  rewards: fc.array(fc.nat(4), { maxLength: 3 }),
  voucher: fc.boolean(),
});
const anUndoStep = fc.record({ kind: one('undo'), visit });
const aMoveStep = fc.record({ kind: one('move'), visit, who });
const aRefundStep = fc.record({
  ...{ kind: one('refund'), visit, returnRewards: fc.boolean() },
  part: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 1000 })),
});
const aVoucherStep = fc.record({ kind: one('voucher'), who, benefit: fc.nat(3) });

const aMergeStep = fc.record({ kind: one('merge'), who, other: who });
const anUnmergeStep = fc.record({ kind: one('unmerge'), who });
const aJoinStep = fc.record({ kind: one('join'), who, other: who });
const aLeaveStep = fc.record({ kind: one('leave'), who });

/** What can be taken back, step by step: no day passes, so nothing expires. */
export const reversibleSteps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: aVisitStep },
    { weight: 3, arbitrary: anUndoStep },
    { weight: 2, arbitrary: aMoveStep },
    { weight: 4, arbitrary: aRefundStep },
    { weight: 1, arbitrary: aVoucherStep },
    { weight: 2, arbitrary: aMergeStep },
    { weight: 2, arbitrary: anUnmergeStep },
  ),
  { minLength: 8, maxLength: 30, size: 'max' },
);

/** Everything: visits with rewards and vouchers, undo, moves, refunds, corrections, expiries, new rules, retries. */
export const wholeSteps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: aVisitStep },
    { weight: 2, arbitrary: anUndoStep },
    { weight: 2, arbitrary: aMoveStep },
    { weight: 3, arbitrary: aRefundStep },
    {
      weight: 1,
      arbitrary: fc.record({
        ...{ kind: one('adjust'), who, unit: fc.nat(2) },
        change: fc.integer({ min: -12, max: 12 }),
      }),
    },
    { weight: 1, arbitrary: aVoucherStep },
    { weight: 1, arbitrary: aMergeStep },
    { weight: 1, arbitrary: anUnmergeStep },
    { weight: 1, arbitrary: aJoinStep },
    { weight: 1, arbitrary: aLeaveStep },
    { weight: 4, arbitrary: fc.record({ kind: one('days'), days: fc.integer({ min: 1, max: 20 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: one('publish'), rules: anyRules }) },
    { weight: 1, arbitrary: fc.record({ kind: one('repeat'), request: fc.nat(60) }) },
  ),
  { minLength: 10, maxLength: 40, size: 'max' },
);

interface Sent {
  readonly send: () => Promise<unknown>;
}

/** What the till knows right before a check-in, and what became of it. */
export interface LivedVisit {
  readonly card: CustomerCard;
  readonly entry: Entry;
  readonly rules: ProgrammeRules;
  readonly receipt: Receipt;
}

/** What is to be known of a shop while a history is lived. */
export interface WholeLife {
  readonly shop: TestShop;
  readonly people: readonly number[];
  readonly items: readonly Item[];
  readonly named: NamedByRules;
  /** Visits written and neither undone nor moved away, oldest first. */
  readonly standing: number[];
  /** Requests that were granted. */
  readonly granted: Sent[];
  /** Refusals, newest last. */
  readonly refused: Failure[];
}

/** The questions of the worker asked on the spot: what matters here is what they answer, not where. */
export const reportsAtHand = ({ ctx }: TestShop): ReportsClient => {
  const ask = (name: QueryName, input: never) =>
    (queries[name] as (db: ReadDb, input: never) => unknown)(ctx.work.read, input);
  return { ask } as unknown as ReportsClient;
};

/** Three people, the second brought by the first and with a birthday; a coffee, a cake, a gift card; rules in force. */
export async function aWholeLife(
  shop: TestShop,
  rules: (named: NamedByRules) => ProgrammeRules,
): Promise<WholeLife> {
  const { ctx } = shop;
  await updateSettings(ctx, { requestId: aRequest(), till: { amountRule: 'optional' } });
  const items = [
    await anItem(ctx, { name: 'Coffee', category: 'Coffee', price: 320 }),
    await anItem(ctx, { name: 'Cake', category: 'Cakes', price: 450 }),
    await anItem(ctx, { name: 'Gift card', category: 'Gift cards', price: 1000 }),
  ];
  const first = await aCustomer(ctx, { name: 'Person 0' });
  const second = await aCustomer(ctx, {
    ...{ name: 'Person 1', referredById: first },
    birthday: { day: 3, month: 2, year: null },
  });
  const third = await aCustomer(ctx, { name: 'Person 2', referredById: second });
  const { pointsUnitId, stampCards } = rulesOf(ctx);
  const id = (kind: Parameters<typeof newRuleId>[1]) => newRuleId(ctx, kind).id;
  const [coffee, cake] = items;
  const named = {
    pointsUnitId,
    visitCard: stampCards[0]?.unitId ?? id('units'),
    itemCard: id('units'),
    coffee: coffee?.id ?? 0,
    cake: cake?.id ?? 0,
    rewards: [1, 2, 3, 4, 5].map(() => id('rewards')),
    tiers: [id('tiers'), id('tiers')],
    bonusId: id('bonuses'),
  };
  const life = { shop, people: [first, second, third], items, named, standing: [], granted: [], refused: [] };
  await publish(life, rules);
  return life;
}

const publish = ({ shop, named }: WholeLife, rules: (named: NamedByRules) => ProgrammeRules) =>
  publishProgramme(shop.ctx, { requestId: aRequest(), rules: rules(named), effectiveFrom: null });

/** Sends a request; a coded refusal is an answer like any other. */
async function send<T>(life: WholeLife, request: () => Promise<T>): Promise<T | undefined> {
  try {
    const answer = await request();
    life.granted.push({ send: request });
    return answer;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    life.refused.push(error);
    return undefined;
  }
}

/** What the staff enter: items or a sum, rewards among those offered, a voucher when there is one. */
function entryOf(life: WholeLife, card: CustomerCard, step: Extract<WholeStep, { kind: 'visit' }>): Entry {
  const { items } = life;
  const held = card.heldPrices.map(({ itemId, price }) => ({ itemId, price }));
  let entry: Entry = { ...emptyEntry, typed: step.typed, held };
  for (const index of step.basket) {
    const item = items[index];
    if (item) entry = addItem(entry, { itemId: item.id, name: item.name, unitPrice: item.price });
  }
  for (const wanted of step.rewards) {
    const offers = offersFor(card, entry, items);
    const offer = offers[wanted % Math.max(1, offers.length)];
    if (offer) entry = chooseReward(entry, offer);
  }
  const [voucher] = card.vouchers;
  return step.voucher && voucher ? chooseVoucher(entry, offeredVoucher(voucher, items)) : entry;
}

/** The entry that stands for a person: theirs, or the one it was merged into. */
export const entryFor = ({ shop, people: all }: WholeLife, index: number): number => {
  const customerId = all[index] ?? 0;
  return shop.number('SELECT COALESCE(merged_into_id, id) FROM customers WHERE id = ?', customerId);
};

/** A visit as the till has it written, with what the till knew before. */
export async function liveVisit(
  life: WholeLife,
  step: Extract<WholeStep, { kind: 'visit' }>,
): Promise<LivedVisit | undefined> {
  const { ctx } = life.shop;
  const customerId = entryFor(life, step.who);
  const card = await customerCard(ctx, customerId);
  const entry = entryOf(life, card, step);
  const input = {
    requestId: aRequest(),
    customerId,
    amount: paidAmount(entry),
    items: entry.lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
    redeem: [...redeemOf(entry)],
    vouchers: entry.vouchers.map(({ code }) => ({ code })),
  };
  const rules = rulesOf(ctx);
  const receipt = await send(life, () => checkIn(ctx, input));
  if (!receipt) return undefined;
  life.standing.push(receipt.visitId);
  return { card, entry, rules, receipt };
}

const benefitOf = (life: WholeLife, index: number): Benefit => {
  const benefits: readonly Benefit[] = [
    { kind: 'item', itemId: life.named.cake },
    { kind: 'percentOff', percent: 30 },
    { kind: 'amountOff', amount: 200 },
    { kind: 'thing' },
  ];
  return benefits[index] ?? { kind: 'thing' };
};

/** Undoes, moves or refunds one of the visits that stand. */
async function liveTakingBack(
  life: WholeLife,
  step: Extract<WholeStep, { kind: 'undo' | 'move' | 'refund' }>,
): Promise<void> {
  const { shop, standing } = life;
  const { ctx } = shop;
  const index = step.visit % Math.max(1, standing.length);
  const visitId = standing[index];
  if (visitId === undefined) return;
  const requestId = aRequest();
  if (step.kind === 'undo') {
    if (await send(life, () => undoVisit(ctx, { requestId, visitId }))) standing.splice(index, 1);
    return;
  }
  if (step.kind === 'move') {
    const input = { requestId, visitId, customerId: entryFor(life, step.who) };
    const moved = await send(life, () => moveVisit(ctx, input));
    if (moved) standing.splice(index, 1, moved.visitId);
    return;
  }
  const left = shop.number(
    'SELECT SUM(COALESCE(amount, 0)) FROM visits WHERE id = ? OR refunds_id = ?',
    visitId,
    visitId,
  );
  const amount = Math.ceil((left * step.part) / 1000);
  if (amount === 0) return;
  await send(life, () => refundVisit(ctx, { requestId, visitId, amount, returnRewards: step.returnRewards }));
}

/** Merges, separates, shares and leaves. */
async function liveAmongPeople(
  life: WholeLife,
  step: Extract<WholeStep, { kind: 'merge' | 'unmerge' | 'join' | 'leave' }>,
): Promise<void> {
  const { ctx } = life.shop;
  const requestId = aRequest();
  const customerId = life.people[step.who] ?? 0;
  if (step.kind === 'unmerge') {
    await send(life, () => unmergeCustomers(ctx, { requestId, mergeId: customerId }));
  } else if (step.kind === 'leave') {
    await send(life, () => leaveHousehold(ctx, { requestId, customerId }));
  } else {
    const otherId = life.people[step.other] ?? 0;
    await send(life, () =>
      step.kind === 'merge'
        ? mergeCustomers(ctx, { requestId, keepId: otherId, mergeId: customerId })
        : joinHousehold(ctx, { requestId, customerId, withId: otherId }),
    );
  }
}

/** Does one step through the real services. */
export async function liveWhole(life: WholeLife, step: WholeStep): Promise<void> {
  const { shop, named } = life;
  const { ctx, clock } = shop;
  const requestId = aRequest();
  switch (step.kind) {
    case 'visit':
      return void (await liveVisit(life, step));
    case 'undo':
    case 'move':
    case 'refund':
      return liveTakingBack(life, step);
    case 'adjust': {
      const unitId = [named.pointsUnitId, named.visitCard, named.itemCard][step.unit] ?? 0;
      const input = {
        requestId,
        customerId: entryFor(life, step.who),
        unitId,
        change: step.change,
        reason: 'Counted',
      };
      return void (await send(life, () => adjustBalance(ctx, input)));
    }
    case 'voucher': {
      const benefit = benefitOf(life, step.benefit);
      const gift = {
        kind: 'surprise',
        name: 'For you',
        benefit,
        cost: 100,
        expiresDay: '2027-12-31',
      } as const;
      const input = { requestId, customerId: entryFor(life, step.who), ...gift };
      return void (await send(life, () => issueVoucher(ctx, input)));
    }
    case 'merge':
    case 'unmerge':
    case 'join':
    case 'leave':
      return liveAmongPeople(life, step);
    case 'days':
      clock.pass(step.days * 24 * 60);
      await expireLots(ctx, reportsAtHand(shop));
      return;
    case 'publish':
      return void (await publish(life, step.rules));
    case 'repeat':
      return void (await life.granted[step.request % Math.max(1, life.granted.length)]?.send());
  }
}
