import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentCount, segmentPage } from '#electron/reports/segment-query.ts';
import { answerConsent } from '#electron/services/change-customer.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import { refundVisit } from '#electron/services/refund-visit.ts';
import { updateSettings } from '#electron/services/settings.ts';
import { present } from '#electron/services/shop-context.ts';
import { putOn, takeOff } from '#electron/services/tags.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import {
  agreedChannels,
  answerInForce,
  type ConsentAnswer,
  consentPurposes,
} from '#shared/domain/consent/consent.ts';
import {
  isInSegment,
  riskLevelOf,
  type SegmentCheckIn,
  type SegmentFacts,
  type SegmentFilter,
} from '#shared/domain/segments/index.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCustomer, anItem, aRequest, aShop, aVisit, momentAt, type TestShop } from '#tests/support/shop.ts';

const dayMs = 86_400_000;
const people = 6;
const sources = ['Friend', 'Window', null] as const;

const states = ['new', 'onTrack', 'slipping', 'atRisk', 'late'] as const;

/** A visit so many days after the first of January 2025; some are undone, some get money back. */
const aStep = fc.record({
  who: fc.nat(people - 1),
  day: fc.nat(500),
  amount: fc.option(fc.integer({ min: 100, max: 3000 }), { freq: 5 }),
  item: fc.option(fc.nat(1), { freq: 2 }),
  after: fc.constantFrom('stays', 'stays', 'stays', 'undone', 'refunded'),
});
const aTagging = fc.record({
  who: fc.nat(people - 1),
  tag: fc.constantFrom('VIP', 'Oat milk'),
  off: fc.boolean(),
});
const aLife = fc.record({
  steps: fc.array(aStep, { minLength: 5, maxLength: 30, size: 'max' }),
  merged: fc.option(fc.nat(people - 2)),
  since: fc.option(fc.integer({ min: -400, max: 400 })),
  consents: fc.array(
    fc.record({
      who: fc.nat(people - 1),
      purpose: fc.constantFrom(...consentPurposes),
      granted: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  asked: fc.array(
    fc.record({ who: fc.nat(people - 1), item: fc.nat(1), day: fc.nat(500), ended: fc.boolean() }),
    { maxLength: 8 },
  ),
  tags: fc.array(aTagging, { maxLength: 8 }),
  tagsAfterMerge: fc.array(aTagging, { maxLength: 3 }),
  outlooks: fc.uniqueArray(
    fc.record({ who: fc.nat(people - 1), state: fc.constantFrom(...states), visitsSince: fc.boolean() }),
    { maxLength: people, selector: ({ who }) => who },
  ),
});
type Life = typeof aLife extends fc.Arbitrary<infer L> ? L : never;

interface LivedShop {
  readonly shop: TestShop;
  readonly ids: readonly number[];
  readonly items: readonly number[];
  readonly tagIds: readonly number[];
}

async function lived(life: Life): Promise<LivedShop> {
  const shop = await aShop({ now: '2025-01-01 10:00' });
  const { ctx, clock } = shop;
  await updateSettings(ctx, { requestId: aRequest(), till: { amountRule: 'optional' } });
  const items = [(await anItem(ctx, { name: 'Latte' })).id, (await anItem(ctx, { name: 'Cake' })).id];
  const ids: number[] = [];
  for (let index = 0; index < people; index += 1) {
    const birthday = index % 2 === 0 ? { day: 5, month: index + 1, year: null } : null;
    const source = sources[index % 3] ?? null;
    ids.push(await aCustomer(ctx, { name: `Person ${index}`, birthday, source }));
  }
  for (const step of [...life.steps].sort((a, b) => a.day - b.day)) {
    clock.set(momentAt('2025-01-01 10:00') + step.day * dayMs);
    const lines = step.item === null ? [] : [{ itemId: items[step.item] ?? 0, quantity: 1 }];
    const { visitId } = await aVisit(ctx, ids[step.who] ?? null, { amount: step.amount, items: lines });
    if (step.after === 'undone') await undoVisit(ctx, { requestId: aRequest(), visitId });
    if (step.after === 'refunded' && step.amount !== null)
      await refundVisit(ctx, { requestId: aRequest(), visitId, amount: 50, returnRewards: false });
  }
  clock.set(momentAt('2026-05-20 10:00'));
  for (const { who, ...consent } of life.consents) {
    await answerConsent(ctx, { requestId: aRequest(), customerId: ids[who] ?? 0, ...consent });
  }
  await tagged(shop, ids, life.tags);
  const { writer } = shop.database;
  for (const [index, { who, item, day, ended }] of life.asked.entries()) {
    const at = momentAt('2025-01-01 10:00') + day * dayMs;
    writer
      .prepare(
        `INSERT INTO interests SELECT ?, 'asked-' || ?, ?, ?, NULL, ?, 0, min(id), ?, iif(?, min(id), NULL) FROM staff`,
      )
      .run(index + 1, index, ids[who] ?? 0, items[item] ?? 0, at, ended ? at : null, ended ? 1 : 0);
  }
  if (life.since !== null) {
    writer.exec(
      "INSERT INTO imports VALUES (1, 'r', 'customers', 'f', 'h', 0, (SELECT min(id) FROM staff), '{}', 1, NULL, NULL, NULL)",
    );
    const first = present(ctx).day - 505 + life.since;
    writer
      .prepare('UPDATE customers SET import_id = 1, customer_since = ? WHERE id = ?')
      .run(first, ids[1] ?? 0);
  }
  writer.prepare('INSERT OR REPLACE INTO customer_tiers VALUES (?, 7, NULL)').run(ids[0] ?? 0);
  writer.prepare('INSERT OR REPLACE INTO customer_tiers VALUES (?, NULL, NULL)').run(ids[1] ?? 0);
  for (const { who, state, visitsSince } of life.outlooks) {
    const id = ids[who] ?? 0;
    const lastDay = shop.number('SELECT COALESCE(last_day, 0) FROM customer_stats WHERE customer_id = ?', id);
    // Only of somebody's visits an outlook is made.
    if (lastDay === 0) continue;
    writer
      .prepare(
        `INSERT INTO customer_outlook (customer_id, business_day, last_day, state, because, usual_gap, waited, expected_day, year_spend)
         VALUES (?, 0, ?, ?, 'inTime', 7, 0, 0, 0)`,
      )
      .run(id, visitsSince ? lastDay - 1 : lastDay, state);
  }
  if (life.merged !== null) {
    const [keepId, mergeId] = [ids[people - 1] ?? 0, ids[life.merged] ?? 0];
    await mergeCustomers(ctx, { requestId: aRequest(), keepId, mergeId });
  }
  await tagged(shop, ids, life.tagsAfterMerge);
  const tagIds = shop.rows<{ id: number }>('SELECT id FROM tags').map(({ id }) => id);
  return { shop, ids, items, tagIds };
}

async function tagged({ ctx }: TestShop, ids: readonly number[], taggings: Life['tags']): Promise<void> {
  for (const { who, tag, off } of taggings) {
    const customerId = ids[who] ?? 0;
    const { tags } = await putOn(ctx, { requestId: aRequest(), customerId, name: tag });
    const { tagId } = tags.find(({ name }) => name === tag) ?? { tagId: 0 };
    if (off) await takeOff(ctx, { requestId: aRequest(), customerId, tagId });
  }
}

/** Facts of every customer, read from the append-only rows one by one. */
function factsOf({ shop }: LivedShop): SegmentFacts[] {
  const customers = shop.rows<{
    id: number;
    kept: number | null;
    source: string | null;
    birth_month: number | null;
    import_id: number | null;
    customer_since: BusinessDay;
  }>('SELECT id, merged_into_id AS kept, source, birth_month, import_id, customer_since FROM customers');
  const visits = shop.rows<{
    id: number;
    sign: number;
    customer_id: number;
    business_day: BusinessDay;
    amount: number | null;
    staff_id: number;
    at: number;
    reverses_id: number | null;
    refunds_id: number | null;
  }>('SELECT * FROM visits ORDER BY business_day, id');
  const lines = shop.rows<{ visit_id: number; item_id: number }>('SELECT * FROM visit_lines');
  const answers = shop
    .rows<Omit<ConsentAnswer, 'granted'> & { customer_id: number; granted: number }>(
      'SELECT id, customer_id, purpose, granted, at FROM consents ORDER BY id',
    )
    .map((row) => ({ ...row, granted: row.granted === 1 }));
  const asked = shop.rows<{ customer_id: number; item_id: number; at: number; ended_at: number | null }>(
    'SELECT * FROM interests',
  );
  const worn = shop.rows<{ customer_id: number; tag_id: number }>('SELECT * FROM customer_tags');
  const tiers = new Map(
    shop
      .rows<{ customer_id: number; tier_id: number | null }>('SELECT * FROM customer_tiers')
      .map((row) => [row.customer_id, row.tier_id]),
  );
  const outlooks = new Map(
    shop
      .rows<{ customer_id: number; state: (typeof states)[number]; last_day: number }>(
        'SELECT customer_id, state, last_day FROM customer_outlook',
      )
      .map((row) => [row.customer_id, row]),
  );
  const reversed = new Set(visits.map((visit) => visit.reverses_id));
  return customers
    .filter(({ kept }) => kept === null)
    .map((customer) => {
      const own = customers.filter(({ id, kept }) => id === customer.id || kept === customer.id);
      const isOwn = (id: number) => own.some((one) => one.id === id);
      const checkIns = visits
        .filter((visit) => visit.sign === 1 && isOwn(visit.customer_id) && !reversed.has(visit.id))
        .map((visit): SegmentCheckIn => {
          const returned = visits.filter((one) => one.refunds_id === visit.id);
          const amount =
            visit.amount === null
              ? null
              : returned.reduce((sum, one) => sum + (one.amount ?? 0), visit.amount);
          const itemIds = lines.filter((line) => line.visit_id === visit.id).map((line) => line.item_id);
          return { day: visit.business_day, amount, staffId: visit.staff_id, itemIds };
        });
      const since = own.filter((one) => one.import_id !== null).map((one) => one.customer_since);
      const days = checkIns.map(({ day }) => day);
      const firstDay = days.length === 0 ? null : (Math.min(...days, ...since) as BusinessDay);
      const ownAnswers = answers.filter((answer) => isOwn(answer.customer_id));
      const channels = agreedChannels(ownAnswers);
      const consents = [
        ...channels,
        ...(channels.size > 0 ? ['contact'] : []),
        ...(['membership', 'profiling'] as const).filter((one) => answerInForce(ownAnswers, one)?.granted),
      ];
      const boughtAt = (itemId: number) =>
        visits
          .filter((visit) => visit.sign === 1 && isOwn(visit.customer_id) && !reversed.has(visit.id))
          .filter(({ id }) => lines.some((line) => line.visit_id === id && line.item_id === itemId))
          .map(({ at }) => at);
      const askedAbout = asked
        .filter((one) => isOwn(one.customer_id) && one.ended_at === null)
        .map(({ item_id: itemId, at }) => ({ itemId, bought: boughtAt(itemId).some((then) => then >= at) }));
      const tagIds = worn.filter((one) => isOwn(one.customer_id)).map((one) => one.tag_id);
      return {
        ...{ customerId: customer.id, firstDay, checkIns, consents, source: customer.source },
        ...{ askedAbout, tagIds, toldUsOn: null },
        risk: riskNow(outlooks.get(customer.id), days),
        tierId: tiers.get(customer.id) ?? null,
        birthMonth: customer.birth_month,
      };
    });
}

/** Who came since it was worked out is on track. */
function riskNow(
  outlook: { readonly state: (typeof states)[number]; readonly last_day: number } | undefined,
  days: readonly number[],
): SegmentFacts['risk'] {
  if (outlook === undefined) return null;
  return riskLevelOf(Math.max(0, ...days) > outlook.last_day ? 'onTrack' : outlook.state);
}

const aRange = (max: number) =>
  fc
    .tuple(fc.option(fc.nat(max)), fc.option(fc.nat(max)))
    .map(([atLeast, atMost]) => ({ atLeast, atMost: atLeast === null && atMost === null ? max : atMost }));
const lastDays = fc.option(fc.integer({ min: 1, max: 600 }));
const aWindow = fc.integer({ min: 1, max: 200 });
const some = <T>(...values: readonly T[]) => fc.subarray([...values], { minLength: 1 });

function aFilter({ ids, items, tagIds, shop }: LivedShop): fc.Arbitrary<SegmentFilter> {
  const today = present(shop.ctx).day;
  const staffId = shop.number('SELECT min(id) FROM staff');
  const kind = <K extends string>(name: K) => fc.constant(name);
  const { filter } = fc.letrec<{ filter: SegmentFilter; condition: SegmentFilter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 4, arbitrary: tie('condition') },
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('filter'), { maxLength: 3 }),
      }),
      fc.record({ kind: kind('not'), of: tie('filter') }),
    ),
    condition: fc.oneof(
      fc.record({ kind: kind('visits'), count: aRange(8), lastDays }),
      fc.record({ kind: kind('lastVisit'), daysAgo: aRange(600) }),
      fc.record({ kind: kind('firstVisit'), daysAgo: aRange(800) }),
      fc.record({
        kind: fc.constantFrom('spend' as const, 'averageSpend' as const),
        amount: aRange(6000),
        lastDays,
      }),
      fc.record({ kind: kind('rhythm'), days: aRange(150) }),
      fc.record({ kind: kind('bought'), itemIds: some(...items), lastDays }),
      fc.record({ kind: kind('staff'), staffIds: fc.constantFrom([staffId], [9]), lastDays }),
      fc.record({ kind: kind('source'), anyOf: some('Friend', 'Window', 'Radio') }),
      fc.record({ kind: kind('tier'), anyOf: some(7, 8, null) }),
      fc.record({ kind: kind('birthdayMonth'), anyOf: some(1, 3, 5, 6) }),
      fc.record({ kind: kind('risk'), anyOf: some('low' as const, 'medium' as const, 'high' as const) }),
      fc.record({
        kind: kind('consent'),
        purpose: fc.constantFrom(...consentPurposes),
        given: fc.boolean(),
      }),
      fc.record({ kind: kind('askedAbout'), itemIds: some(...items), notBought: fc.boolean() }),
      fc.record({ kind: kind('tag'), tagIds: some(...tagIds, 99) }),
      fc.record({
        kind: kind('standing'),
        anyOf: some('active' as const, 'lapsed' as const, 'lost' as const),
        window: aWindow,
      }),
      fc.record({
        kind: kind('retention'),
        group: fc.constantFrom(
          ...([
            'S',
            'E',
            'N',
            'R',
            'kept',
            'lapsed',
            'newInPeriod',
            'seenOfS',
            'customers',
            'repeaters',
          ] as const),
        ),
        start: fc.integer({ min: today - 500, max: today - 50 }).map((day) => day as BusinessDay),
        end: fc.integer({ min: today - 49, max: today + 1 }).map((day) => day as BusinessDay),
        window: aWindow,
      }),
      fc.record({ kind: kind('customers'), ids: fc.subarray([...ids]) }),
    ),
  }));
  return filter;
}

const page = { tokens: [], phoneTails: [], sort: 'name', descending: false, offset: 0, limit: 100 } as const;

describe('a segment in SQL', () => {
  it('holds exactly those whom the rules put into it, in random shops with undo, refunds and merges', async () => {
    await fc.assert(
      fc.asyncProperty(aLife, fc.infiniteStream(fc.nat()), async (life, seeds) => {
        const history = await lived(life);
        const { ctx } = history.shop;
        const facts = factsOf(history);
        const today = present(ctx).day;
        const [seed = 0] = seeds.take(1);
        for (const filter of fc.sample(aFilter(history), { numRuns: 60, seed })) {
          const expected = facts
            .filter((one) => isInSegment(one, filter, today))
            .map((one) => one.customerId);
          const found = await segmentPage(ctx.work.read, { filter, today }, page);
          expect([...found.ids].sort(), JSON.stringify(filter)).toEqual([...expected].sort());
          expect(await segmentCount(ctx.work.read, { filter, today })).toEqual({
            people: expected.length,
            of: facts.length,
          });
        }
        history.shop.close();
      }),
      { numRuns: rounds(12) },
    );
  });
});
