import { setImmediate } from 'node:timers/promises';
import type { BasketLine } from '#shared/domain/demo/catalogue.ts';
import type { DemoPerson } from '#shared/domain/demo/people.ts';
import {
  type DemoPlan,
  type DemoShop,
  type DemoVisit,
  planDemoShop,
} from '#shared/domain/demo/plan-demo-shop.ts';
import { isLanguage } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';
import type { WriteTx } from '../db/connection.ts';
import { customerForCheckIn } from '../repositories/customers.ts';
import { insertItem } from '../repositories/items.ts';
import type { VisitLine } from '../repositories/visits.ts';
import { addCustomer } from './create-customer.ts';
import { recordVisit } from './record-visit.ts';
import {
  currentStaff,
  present,
  programmeOn,
  refreshShopFacts,
  type ShopContext,
  shopFacts,
} from './shop-context.ts';
import { streamProgress } from './stream-progress.ts';

export interface DemoProgress {
  /** Check-ins written. */
  readonly done: number;
  readonly total: number;
}

/** Told after every slice of work; throws to give up, and then nothing of the demo is kept. */
type Tell = (progress: DemoProgress) => void;

/** So long the event loop may be held while the demo is written. */
const sliceMs = 20;

/** The made-up shop that belongs to this one: its kind, country and currency, its programme, this moment. */
export function demoShopOf(ctx: ShopContext): DemoShop {
  const facts = shopFacts(ctx);
  const { at, day } = present(ctx);
  return {
    kind: facts.shop.kind,
    country: facts.shop.country,
    currency: facts.shop.currency,
    calendar: facts.calendar,
    rules: programmeOn(facts, day).rules,
    now: at,
  };
}

/** The use cases of a live till, at another moment. */
function at(ctx: ShopContext, moment: number): ShopContext {
  return { ...ctx, clock: { now: () => moment } };
}

function textsOf(ctx: ShopContext) {
  const { language } = shopFacts(ctx).shop;
  return resources[isLanguage(language) ? language : 'en'].demo;
}

type Texts = ReturnType<typeof textsOf>;

/** Adds the catalogue and returns its lines, ready to be sold. */
async function addItems(
  tx: WriteTx,
  ctx: ShopContext,
  plan: DemoPlan,
): Promise<Omit<VisitLine, 'quantity'>[]> {
  const texts = textsOf(ctx);
  const createdAt = plan.people[0]?.joinedAt ?? ctx.clock.now();
  const sold: Omit<VisitLine, 'quantity'>[] = [];
  for (const item of plan.items) {
    const id = ctx.ids.next('items');
    const name = texts.items[item.key];
    await insertItem(tx, {
      id,
      request_id: `demo-item-${item.key}`,
      name,
      category: texts.categories[item.category],
      price: item.price,
      active: 1,
      quick_position: item.quickPosition,
      created_at: createdAt,
    });
    sold.push({ itemId: id, name, unitPrice: item.price });
  }
  return sold;
}

function addPerson(
  tx: WriteTx,
  ctx: ShopContext,
  texts: Texts,
  person: DemoPerson,
  known: { readonly place: number; readonly ids: readonly number[] },
): Promise<number> {
  const answers =
    person.mayContact === null ? [] : [{ purpose: 'contact' as const, granted: person.mayContact }];
  return addCustomer(
    tx,
    at(ctx, person.joinedAt),
    {
      requestId: `demo-customer-${known.place}`,
      name: person.name,
      phone: person.phone,
      email: person.email,
      birthday: person.birthday,
      language: person.language,
      allergy: person.allergy && texts.allergies[person.allergy],
      preference: person.preference && texts.preferences[person.preference],
      source: person.source && texts.sources[person.source],
      referredById: person.referredBy === null ? null : (known.ids[person.referredBy] ?? null),
      issueCard: person.hasCard,
      consents: [{ purpose: 'membership', granted: true }, ...answers],
      completeLater: person.completeLater,
    },
    'form',
  );
}

/** One check-in, through the same rules as a live one. */
async function addVisit(
  tx: WriteTx,
  ctx: ShopContext,
  visit: DemoVisit,
  resolved: { readonly requestId: string; readonly customerId: number | null; readonly lines: VisitLine[] },
): Promise<void> {
  const facts = shopFacts(ctx);
  const customer = resolved.customerId === null ? null : await customerForCheckIn(tx, resolved.customerId);
  await recordVisit(tx, ctx, {
    requestId: resolved.requestId,
    customer: customer ?? null,
    at: visit.at,
    day: visit.day,
    amount: visit.amount,
    lines: resolved.lines,
    vouchers: [],
    rewards: visit.rewardIds.map((rewardId) => ({ rewardId })),
    staffId: currentStaff(facts).id,
    source: 'demo',
    programme: programmeOn(facts, visit.day),
    earns: true,
    movedFromId: null,
    importId: null,
  });
}

/**
 * Writes the made-up shop inside the caller's transaction, in the order in which everything happened, and lets the
 * event loop go on between slices.
 */
export async function writeDemoShop(
  tx: WriteTx,
  ctx: ShopContext,
  tell: Tell,
  plan: DemoPlan = planDemoShop(demoShopOf(ctx)),
): Promise<void> {
  const texts = textsOf(ctx);
  const sold = await addItems(tx, ctx, plan);
  const ids: number[] = [];
  const join = async (until: number) => {
    for (let next = plan.people[ids.length]; next && next.joinedAt <= until; next = plan.people[ids.length]) {
      ids.push(await addPerson(tx, ctx, texts, next, { place: ids.length, ids }));
    }
  };
  const lineOf = ({ item, quantity }: BasketLine): VisitLine[] => {
    const line = sold[item];
    return line ? [{ ...line, quantity }] : [];
  };
  const total = plan.visits.length;
  let sliceEnds = performance.now() + sliceMs;
  for (const [done, visit] of plan.visits.entries()) {
    await join(visit.at);
    await addVisit(tx, ctx, visit, {
      requestId: `demo-visit-${done}`,
      customerId: visit.person === null ? null : (ids[visit.person] ?? null),
      lines: visit.lines.flatMap(lineOf),
    });
    if (performance.now() < sliceEnds) continue;
    tell({ done, total });
    await setImmediate();
    sliceEnds = performance.now() + sliceMs;
  }
  await join(ctx.clock.now());
  tell({ done: total, total });
}

/**
 * Fills a shop that has just been set up with made-up customers and 18 months of check-ins, all in one transaction, and
 * says how far it is. Whoever stops listening stops the filling, and nothing of it is kept.
 * The programme must count from `demoHistoryDays` ago: see `setUpShop`.
 */
export async function* fillDemoShop(ctx: ShopContext): AsyncGenerator<DemoProgress, void, undefined> {
  yield* streamProgress<DemoProgress>((tell) => ctx.work.write((tx) => writeDemoShop(tx, ctx, tell)));
  await refreshShopFacts(ctx);
}
