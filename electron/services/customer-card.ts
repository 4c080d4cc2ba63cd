import type { Balance, CustomerCard, Hint } from '#shared/contract/till.ts';
import { addDays, type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import { noCarry } from '#shared/domain/loyalty/carry.ts';
import { nextReward, type ProgrammeRules, unitsOf } from '#shared/domain/loyalty/programme.ts';
import { fold } from '#shared/domain/search/fold.ts';
import { birthdayIn } from '#shared/domain/visits/birthdays.ts';
import { isMilestone } from '#shared/domain/visits/milestones.ts';
import { rhythmOf } from '#shared/domain/visits/rhythm.ts';
import { usualOrder } from '#shared/domain/visits/usual-order.ts';
import type { ReadDb } from '../db/connection.ts';
import { type CustomerRow, customerCards, keptCustomer } from '../repositories/customers.ts';
import { waitingHints } from '../repositories/follow-ups.ts';
import { walletBalances } from '../repositories/ledger.ts';
import { countNamed } from '../repositories/till.ts';
import {
  customerDays,
  linesOfVisits,
  newestVisits,
  type StandingVisit,
  visitById,
} from '../repositories/visits.ts';
import { tailOf } from './customer-view.ts';
import { failure } from './failure.ts';
import { itemsToOffer } from './interests.ts';
import { lateHints } from './late-hint.ts';
import { loyaltyCard } from './loyalty-card.ts';
import { careHints } from './privacy/care-hints.ts';
import {
  type Present,
  present,
  programmeOn,
  type ShopContext,
  type ShopFacts,
  shopFacts,
} from './shop-context.ts';
import { surpriseFor } from './surprises.ts';

/** How many of the newest visits tell the usual order. */
const ordersLooked = 12;
/** Birthdays are greeted a week ahead (product.md §1). */
const birthdayWithin = 7;
/** More than two ideas would not be said. */
const mostOffers = 2;

/** Balances of a wallet in the units of a programme, each with the reward being collected for. */
export async function walletView(db: ReadDb, rules: ProgrammeRules, walletId: number): Promise<Balance[]> {
  const rows = await walletBalances(db, walletId);
  return unitsOf(rules).map((unit) => {
    const row = rows.find((candidate) => candidate.unitId === unit.unitId);
    const balance = row?.balance ?? 0;
    const carry = row?.carry ?? noCarry;
    const reward = nextReward(rules, unit.unitId, balance);
    return {
      ...unit,
      balance,
      target: reward?.price ?? null,
      rewardName: reward?.name ?? null,
      carryNum: carry.num,
      carryDen: carry.den,
    };
  });
}

/** The order somebody has most often, at today's prices; items no longer sold are not offered. */
export async function usualOf(db: ReadDb, facts: ShopFacts, visits: readonly StandingVisit[]) {
  const lines = await linesOfVisits(
    db,
    visits.map((visit) => visit.id),
  );
  const orders = visits.map((visit) => lines.filter((line) => line.visitId === visit.id));
  const usual = usualOrder(orders);
  if (!usual) return null;
  const today = usual.flatMap(({ itemId, quantity }) => {
    const item = facts.items.get(itemId);
    return item?.active === 1 ? [{ itemId, name: item.name, quantity, unitPrice: item.price }] : [];
  });
  if (today.length !== usual.length) return null;
  return { lines: today, amount: today.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0) };
}

/** Minutes of the setting that mean the whole business day. */
const allDay = 24 * 60;

/** The visit of today that a second one may be a slip of: within as many minutes as the shop asks about. */
async function hereToday(
  db: ReadDb,
  facts: ShopFacts,
  newest: StandingVisit | undefined,
  { day, at }: Present,
): Promise<Hint[]> {
  if (newest?.business_day !== day) return [];
  const { sameCustomerMinutes } = facts.preferences;
  if (sameCustomerMinutes < allDay && at - newest.at >= sameCustomerMinutes * 60_000) return [];
  const visit = await visitById(db, newest.id);
  const staffName = facts.staff.find((member) => member.id === visit?.staff_id)?.name ?? '';
  return [{ kind: 'hereToday', at: newest.at, amount: newest.amount, staffName }];
}

/** What somebody wanted to say to them when they are next here; the next one follows when the first is said. */
async function toBeSaid(db: ReadDb, customerId: number): Promise<Hint[]> {
  const [hint] = await waitingHints(db, customerId);
  return hint ? [{ kind: 'followUp', factId: hint.factId, words: hint.words }] : [];
}

/**
 * @param nextVisit number of the visit that a check-in now begins; null when it only adds to today's
 * @param offers items they asked about before
 * @param surprise what they may be surprised with today
 */
function personalHints(
  row: CustomerRow,
  {
    day,
    nextVisit,
    offers,
    surprise,
  }: {
    day: BusinessDay;
    nextVisit: number | null;
    offers: readonly string[];
    surprise: string | null;
  },
): Hint[] {
  const hints: Hint[] = [];
  if (row.birth_day !== null && row.birth_month !== null) {
    const inDays = birthdayIn({ day: row.birth_day, month: row.birth_month }, day, birthdayWithin);
    if (inDays !== null) hints.push({ kind: 'birthday', inDays, day: formatDay(addDays(day, inDays)) });
  }
  if (nextVisit !== null && isMilestone(nextVisit)) hints.push({ kind: 'milestone', visits: nextVisit });
  if (surprise !== null) hints.push({ kind: 'surprise', gift: surprise });
  if (offers.length > 0) hints.push({ kind: 'askedAbout', names: offers.slice(0, mostOffers) });
  if (row.preference) hints.push({ kind: 'preference', text: row.preference });
  return hints;
}

/**
 * Everything the till shows of one customer; for a merged entry of the one kept.
 * @throws Failure NotFound
 */
export async function customerCard(ctx: ShopContext, id: number): Promise<CustomerCard> {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const now = present(ctx);
  const { day } = now;
  const row = await keptCustomer(db, id);
  if (!row) throw failure('NotFound', { what: 'customer', id });
  const customerId = row.id;
  const { rules } = programmeOn(facts, day);
  const days = await customerDays(db, customerId);
  const newestFirst = await newestVisits(db, customerId, ordersLooked);
  const newest = newestFirst[0];
  const balances = await walletView(db, rules, row.wallet_id);
  const cards = await customerCards(db, customerId);
  const nextVisit = days.at(-1)?.day === day ? null : days.length + 1;
  const firstName = fold(row.name).split(' ')[0] ?? '';
  return {
    customerId,
    name: row.name,
    cardCode: cards.find((card) => card.state === 'active')?.code ?? null,
    phoneTail: tailOf(row.phone),
    customerSince: formatDay(row.customer_since),
    visits: days.length,
    lastVisit: newest ? { day: formatDay(newest.business_day), at: newest.at, amount: newest.amount } : null,
    rhythmDays: rhythmOf(days.map((visited) => visited.day)),
    usual: await usualOf(db, facts, newestFirst),
    balances,
    ...(await loyaltyCard(db, facts, rules, row, {
      day,
      balances,
      customer: { ...row, walletId: row.wallet_id, last_day: days.at(-1)?.day ?? null, visits: days.length },
    })),
    hints: [
      ...(await hereToday(db, facts, newest, now)),
      ...(await careHints(ctx, row)),
      ...(await toBeSaid(db, customerId)),
      ...personalHints(row, {
        day,
        nextVisit,
        offers: await itemsToOffer(ctx, customerId, newest?.at ?? null),
        surprise: await surpriseFor(ctx, customerId, day),
      }),
      ...(await lateHints(ctx, customerId, day)),
      ...(row.complete_later === 1 ? [{ kind: 'incomplete' as const }] : []),
    ],
    sameName: firstName === '' ? 0 : Math.max(0, (await countNamed(db, firstName)) - 1),
  };
}
