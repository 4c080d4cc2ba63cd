import {
  type BusinessDay,
  minuteOfDay,
  monthOf,
  weekdayOf,
} from '#shared/domain/business-day/business-day.ts';
import { earn } from '#shared/domain/loyalty/earn.ts';
import { expiryDay, expiryRuleOf } from '#shared/domain/loyalty/expiry.ts';
import { fold } from '#shared/domain/search/fold.ts';
import type { WriteTx } from '../../db/connection.ts';
import { rebuildCustomerSummaries } from '../../repositories/customer-rebuild.ts';
import {
  type CustomerRow,
  customerById,
  insertCustomer,
  updateCustomer,
} from '../../repositories/customers.ts';
import { addDayTotals, type DayChange } from '../../repositories/summaries.ts';
import { inPortions } from '../../repositories/summary-rebuild.ts';
import { insertVisit } from '../../repositories/visits.ts';
import { WalletPosting } from '../post-ledger.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from '../shop-context.ts';
import { giveWay, rowsPerTurn } from './give-way.ts';
import type { PlannedPerson, PlannedVisit, VisitPlan } from './plan-visits.ts';
import { recordChanged, recordCreated } from './record-changes.ts';
import { isUnnamed, nameOfUnnamed } from './unnamed-customer.ts';

/** A customer a visit is written for. */
export interface WrittenPerson {
  readonly customerId: number;
  readonly walletId: number;
}

async function createPerson(
  tx: WriteTx,
  ctx: ShopContext,
  person: PlannedPerson,
  importId: number,
): Promise<WrittenPerson> {
  const facts = shopFacts(ctx);
  const name = person.name ?? nameOfUnnamed(facts.shop.language, person.ref);
  const written = { customerId: ctx.ids.next('customers'), walletId: ctx.ids.next('wallets') };
  const customer: CustomerRow = {
    id: written.customerId,
    request_id: null,
    wallet_id: written.walletId,
    name,
    name_folded: fold(name),
    phone: null,
    phone_reversed: null,
    email: null,
    birth_day: null,
    birth_month: null,
    birth_year: null,
    language: null,
    allergy: null,
    preference: null,
    source: null,
    referred_by_id: null,
    customer_since: person.firstDay,
    complete_later: 0,
    external_ref: person.ref,
    import_id: importId,
    created_at: ctx.clock.now(),
    created_by: currentStaff(facts).id,
    merged_into_id: null,
  };
  await insertCustomer(tx, customer);
  await recordCreated(tx, importId, customer);
  return written;
}

/** A customer is one since the first visit at the latest, and gets the real name as soon as a file tells it. */
async function fillKnown(
  tx: WriteTx,
  customerId: number,
  { name, firstDay }: PlannedPerson,
  importId: number,
): Promise<void> {
  const known = await customerById(tx, customerId);
  if (!known) throw new Error('a planned customer is not there');
  const change = {
    ...(firstDay < known.customer_since ? { customer_since: firstDay } : {}),
    ...(name !== null && isUnnamed(known) ? { name, name_folded: fold(name) } : {}),
  };
  if (Object.keys(change).length === 0) return;
  await updateCustomer(tx, customerId, change);
  await recordChanged(tx, importId, known, change);
}

/**
 * Creates who is new. Whoever is known has been a customer at the latest since the first imported visit, and is called
 * by name as soon as a file tells it.
 */
async function writePeople(
  tx: WriteTx,
  ctx: ShopContext,
  people: readonly PlannedPerson[],
  importId: number,
  signal: AbortSignal,
): Promise<Map<PlannedPerson, WrittenPerson>> {
  const written = new Map<PlannedPerson, WrittenPerson>();
  for (const [index, person] of people.entries()) {
    if (person.known) {
      await fillKnown(tx, person.known.id, person, importId);
      written.set(person, { customerId: person.known.id, walletId: person.known.wallet_id });
    } else {
      written.set(person, await createPerson(tx, ctx, person, importId));
    }
    if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(signal);
  }
  return written;
}

/** What the visits of an import have in common. */
interface Writing {
  readonly importId: number;
  readonly earns: boolean;
  readonly signal: AbortSignal;
  readonly progress: (stage: 'writing' | 'summaries', done: number, total: number) => void;
}

/** The same rows as a check-in writes, but for the summaries, which are made once at the end. */
async function writeVisit(
  tx: WriteTx,
  ctx: ShopContext,
  { visit }: PlannedVisit,
  { customerId, walletId }: WrittenPerson,
  { importId, earns }: Writing,
): Promise<void> {
  const facts = shopFacts(ctx);
  const { at, day, amount } = visit;
  const month = monthOf(day);
  const staffId = currentStaff(facts).id;
  const programme = programmeOn(facts, present(ctx).day);
  const visitId = ctx.ids.next('visits');
  await insertVisit(tx, {
    id: visitId,
    request_id: visit.key,
    sign: 1,
    customer_id: customerId,
    at,
    business_day: day,
    business_month: month,
    amount,
    staff_id: staffId,
    source: 'import',
    programme_version_id: earns ? programme.versionId : null,
    reverses_id: null,
    refunds_id: null,
    moved_from_id: null,
    import_id: importId,
    reason: null,
  });
  if (!earns) return;
  const { rules, versionId } = programme;
  const wallet = await WalletPosting.open(tx, ctx.ids, {
    ...{ walletId, customerId, visitId, at, day, month, staffId },
    programmeVersionId: versionId,
  });
  const time = { day, weekday: weekdayOf(day), minute: minuteOfDay(at, facts.calendar) };
  // History earns for its amount alone: items, tiers and gifts of then are not known.
  const base = { amount, lines: [], time, tier: null, earnedToday: () => 0 };
  for (const earning of earn(rules, { ...base, carry: wallet.carryOf(rules.pointsUnitId) })) {
    await wallet.earn(earning, expiryDay(expiryRuleOf(rules, earning.unitId), day));
  }
  await wallet.close();
}

/** What the import adds to the totals of each day. Days are sums, so nothing of a busy day need be read again. */
function dayChanges(plan: VisitPlan): DayChange[] {
  const changes = new Map<BusinessDay, DayChange>();
  for (const { visit } of plan.visits) {
    const { day } = visit;
    const known = changes.get(day);
    const amount = (known?.amount ?? 0) + (visit.amount ?? 0);
    const count = (known?.check_ins ?? 0) + 1;
    changes.set(day, {
      business_day: day,
      check_ins: count,
      identified: count,
      amount,
      identified_amount: amount,
      amount_check_ins: (known?.amount_check_ins ?? 0) + (visit.amount === null ? 0 : 1),
      rewards: 0,
    });
  }
  return [...changes.values()];
}

/**
 * Writes a plan inside the caller's transaction: people, visits in order of time, what they earn when asked, and at the
 * end the summaries of everybody touched and the totals of the days.
 */
export async function writeVisits(
  tx: WriteTx,
  ctx: ShopContext,
  plan: VisitPlan,
  writing: Writing,
): Promise<void> {
  const { signal, progress } = writing;
  const people = await writePeople(tx, ctx, plan.people, writing.importId, signal);
  for (const [index, planned] of plan.visits.entries()) {
    const person = people.get(planned.person);
    if (!person) throw new Error('a planned visit has no customer');
    await writeVisit(tx, ctx, planned, person, writing);
    if (index % rowsPerTurn === rowsPerTurn - 1) {
      progress('writing', index + 1, plan.visits.length);
      await giveWay(signal);
    }
  }
  const customers = inPortions([...new Set([...people.values()].map((person) => person.customerId))]);
  for (const [index, portion] of customers.entries()) {
    progress('summaries', index, customers.length);
    await giveWay(signal);
    await rebuildCustomerSummaries(tx, portion);
  }
  for (const change of dayChanges(plan)) await addDayTotals(tx, change);
  progress('summaries', customers.length, customers.length);
  await giveWay(signal);
}
