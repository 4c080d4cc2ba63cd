import fc from 'fast-check';
import { customerById } from '#electron/repositories/customers.ts';
import { walletBalances } from '#electron/repositories/ledger.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { Failure } from '#electron/services/failure.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { updateSettings } from '#electron/services/settings.ts';
import { present, type ShopContext } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { importedVisits } from './imports.ts';
import { publishSmall, type SmallProgramme } from './rules.ts';
import { aCustomer, aRequest, rulesOf, type TestShop } from './shop.ts';

/** One thing that happens in a shop. Numbers choose among what is there at that moment. */
export type Step =
  | {
      readonly kind: 'checkIn';
      readonly who: number | null;
      readonly amount: number | null;
      readonly rewards: readonly number[];
      /** Asks for rewards that the balance does not pay, too. */
      readonly bold: boolean;
    }
  | { readonly kind: 'undo'; readonly visit: number }
  | { readonly kind: 'move'; readonly visit: number; readonly who: number }
  | { readonly kind: 'repeat'; readonly request: number }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'publish'; readonly rules: number }
  | { readonly kind: 'import'; readonly rows: readonly PastRow[]; readonly earn: boolean };

/** A row of an imported file: so many days ago, at a minute of the day or at no time. */
export interface PastRow {
  readonly who: number;
  readonly daysAgo: number;
  readonly minute: number | null;
  readonly amount: number | null;
}

/** People a history is about. */
export const peopleCount = 3;

const amount = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 1500 }) },
);
const who = fc.nat(peopleCount - 1);

export const aCheckIn = fc.record({
  kind: fc.constant('checkIn' as const),
  who: fc.option(who, { freq: 8 }),
  amount,
  rewards: fc.array(fc.nat(1), { maxLength: 3 }),
  bold: fc.nat(9).map((n) => n === 0),
});
const anUndo = fc.record({ kind: fc.constant('undo' as const), visit: fc.nat(40) });
const aMove = fc.record({ kind: fc.constant('move' as const), visit: fc.nat(40), who });
const aRepeat = fc.record({ kind: fc.constant('repeat' as const), request: fc.nat(60) });
const aPass = fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 5000 }) });
const aPublication = fc.record({ kind: fc.constant('publish' as const), rules: fc.nat(3) });
const anImport = fc.record({
  kind: fc.constant('import' as const),
  earn: fc.boolean(),
  rows: fc.array(
    fc.record({
      who,
      daysAgo: fc.integer({ min: 0, max: 120 }),
      minute: fc.option(fc.integer({ min: 0, max: 1439 })),
      amount,
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

const till = [
  { weight: 8, arbitrary: aCheckIn },
  { weight: 3, arbitrary: anUndo },
  { weight: 2, arbitrary: aMove },
  { weight: 1, arbitrary: aRepeat },
  { weight: 3, arbitrary: aPass },
  { weight: 1, arbitrary: aPublication },
] as const;

/** What happens at a till: check-ins, walk-ins, rewards, undo, move, doubled requests, time passing. */
export const tillSteps = fc.array(fc.oneof(...till), { minLength: 10, maxLength: 40, size: 'max' });

/** The same with past visits imported in between. */
export const allSteps = fc.array(fc.oneof(...till, { weight: 1, arbitrary: anImport }), {
  minLength: 10,
  maxLength: 40,
  size: 'max',
});

/** A request as it was sent, to be sent again. */
interface Sent {
  readonly send: () => Promise<unknown>;
  /** Whether it was granted. */
  done: boolean;
}

/** What is to be known of a shop while a history is lived. */
export interface Life {
  readonly shop: TestShop;
  readonly people: readonly number[];
  /** Visits written and not undone or moved away, oldest first. */
  readonly standing: { readonly visitId: number; readonly customerId: number | null }[];
  readonly sent: Sent[];
}

const freeCoffee = { name: 'Free coffee', pricedIn: 'stamps', price: 2 } as const;
const euroOff = { name: 'A euro off', pricedIn: 'points', price: 3, amountOff: 100 } as const;
const rewards = [freeCoffee, euroOff];

/**
 * Programmes with rewards within reach; the first is three points for 7.00 and a card of two stamps. What people hold
 * can be used under each: a programme that strands a unit is not published.
 */
const cheapProgrammes: readonly SmallProgramme[] = [
  { points: { points: 3, per: 700 }, stamps: { name: 'Coffee', size: 2, stampsPerVisit: 1 }, rewards },
  { points: { points: 1, per: 90 }, stamps: { name: 'Coffee', size: 2, stampsPerVisit: 2 }, rewards },
  { points: { points: 2, per: 250 }, stamps: { name: 'Lunch', size: 2, stampsPerVisit: 1 }, rewards },
  { points: { points: 1, per: 1000 }, stamps: { name: 'Coffee', size: 3, stampsPerVisit: 3 }, rewards },
];

export function publishCheapProgramme(ctx: ShopContext, which = 0) {
  return publishSmall(ctx, cheapProgrammes[which] ?? { rewards });
}

/** Three customers whom an import knows by reference, in a shop with cheap rewards. */
export async function aLife(shop: TestShop): Promise<Life> {
  await updateSettings(shop.ctx, { requestId: aRequest(), till: { amountRule: 'optional' } });
  await publishCheapProgramme(shop.ctx);
  const people: number[] = [];
  for (let index = 0; index < peopleCount; index += 1) {
    const id = await aCustomer(shop.ctx, { name: `Person ${index}` });
    shop.database.writer.prepare('UPDATE customers SET external_ref = ? WHERE id = ?').run(`P-${index}`, id);
    people.push(id);
  }
  return { shop, people, standing: [], sent: [] };
}

/** Sends a request; a coded refusal is an answer like any other. */
async function send<T>(life: Life, request: () => Promise<T>): Promise<T | undefined> {
  const sent: Sent = { send: request, done: false };
  life.sent.push(sent);
  try {
    const answer = await request();
    sent.done = true;
    return answer;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function fileOf({ shop }: Life, rows: readonly PastRow[]): string {
  const today = present(shop.ctx).day;
  const lines = rows.map((row) => {
    const day = formatDay((today - row.daysAgo) as typeof today);
    const clock =
      row.minute === null ? '' : `${Math.floor(row.minute / 60)}:${String(row.minute % 60).padStart(2, '0')}`;
    return `P-${row.who},${day},${clock},${row.amount === null ? '' : (row.amount / 100).toFixed(2)}`;
  });
  return ['customer id,date,time,amount', ...lines].join('\n');
}

/** The rewards a customer asks for; only a bold one asks for more than the balance pays. */
async function wantedRewards(
  ctx: ShopContext,
  customerId: number | null,
  step: { readonly rewards: readonly number[]; readonly bold: boolean },
): Promise<{ rewardId: number }[]> {
  const customer = customerId === null ? undefined : await customerById(ctx.work.read, customerId);
  const balances = customer ? await walletBalances(ctx.work.read, customer.wallet_id) : [];
  const left = new Map(balances.map((row) => [row.unitId, row.balance]));
  return step.rewards.flatMap((index) => {
    const reward = rulesOf(ctx).rewards[index];
    const balance = left.get(reward?.unitId ?? 0) ?? 0;
    if (!reward || (!step.bold && balance < reward.price)) return [];
    left.set(reward.unitId, balance - reward.price);
    return [{ rewardId: reward.id }];
  });
}

/** Does one step through the real services. */
export async function live(life: Life, step: Step): Promise<void> {
  const { shop, people, standing } = life;
  const { ctx, clock } = shop;
  switch (step.kind) {
    case 'pass':
      return clock.pass(step.minutes);
    case 'repeat': {
      const granted = life.sent.filter((sent) => sent.done);
      return void (await granted[step.request % Math.max(1, granted.length)]?.send());
    }
    case 'checkIn': {
      const customerId = step.who === null ? null : (people[step.who] ?? null);
      const redeem = await wantedRewards(ctx, customerId, step);
      const input = { requestId: aRequest(), customerId, amount: step.amount, redeem };
      const receipt = await send(life, () => checkIn(ctx, input));
      if (receipt) standing.push({ visitId: receipt.visitId, customerId: receipt.customerId });
      return;
    }
    case 'undo': {
      const index = step.visit % Math.max(1, standing.length);
      const visit = standing[index];
      if (!visit) return;
      const input = { requestId: aRequest(), visitId: visit.visitId };
      if (await send(life, () => undoVisit(ctx, input))) standing.splice(index, 1);
      return;
    }
    case 'move': {
      const index = step.visit % Math.max(1, standing.length);
      const visit = standing[index];
      if (!visit) return;
      const input = { requestId: aRequest(), visitId: visit.visitId, customerId: people[step.who] ?? 0 };
      const receipt = await send(life, () => moveVisit(ctx, input));
      if (!receipt) return;
      standing.splice(index, 1);
      standing.push({ visitId: receipt.visitId, customerId: receipt.customerId });
      return;
    }
    case 'publish':
      await publishCheapProgramme(ctx, step.rules);
      return;
    case 'import': {
      const options = { requestId: aRequest(), earn: step.earn };
      const file = fileOf(life, step.rows);
      await send(life, () => importedVisits(ctx, file, options));
      return;
    }
  }
}
