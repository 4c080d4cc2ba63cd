import { expect, it } from 'vitest';
import { playbookExperiments, playbookUseCounts } from '#electron/reports/playbook-effect-query.ts';
import { situationsOf } from '#electron/reports/situation-query.ts';
import { standingOf, valuableAmong } from '#electron/repositories/playbooks.ts';
import { saveCampaign } from '#electron/services/campaigns.ts';
import { followUpsToday } from '#electron/services/follow-up-list.ts';
import { recordFollowUp } from '#electron/services/follow-up-record.ts';
import { playbooksLearned } from '#electron/services/playbook-learned.ts';
import { beginCampaign } from '#electron/services/start-campaign.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { followUpOutcomes } from '#shared/domain/follow-ups/reasons.ts';
import { type PlaybookUse, playbookCounts } from '#shared/domain/playbooks/playbook-effect.ts';
import { type PlaybookSituation, situationOf } from '#shared/domain/playbooks/situations.ts';
import { aDraft, aShopWithPeople, type CampaignShop } from '#tests/support/campaign-shop.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aRequest } from '#tests/support/shop.ts';

const situations: readonly PlaybookSituation[] = ['atRiskHigh', 'slippingLow', 'birthday', 'promise'];

/** What a history holds, beside the rows of the file. */
interface History {
  readonly uses: PlaybookUse[];
  readonly visits: { readonly visitId: number; readonly by: number; readonly day: number }[];
  readonly undone: Set<number>;
  readonly mergedInto: Map<number, number>;
  next: number;
}

const nextId = (history: History): number => {
  history.next += 1;
  return history.next;
};

/** Adds some facts, visits, reversals and a merge to the file and to what is known of it. */
function grow({ shop, people }: CampaignShop, random: SeededRandom, history: History): void {
  const { writer } = shop.database;
  const staffId = shop.number('SELECT id FROM staff');
  const someone = () => people[random.below(people.length)] ?? 0;
  for (let count = 0; count < 12; count += 1) {
    const id = nextId(history);
    const use: PlaybookUse = {
      ...{ customerId: someone(), day: 20_000 + random.below(120) },
      situation: situations[random.below(situations.length)] ?? 'birthday',
      versionId: random.chance(0.5) ? null : 1 + random.below(2),
      outcome: followUpOutcomes[random.below(followUpOutcomes.length)] ?? 'reached',
    };
    const { customerId, day, situation, versionId, outcome } = use;
    writer
      .prepare(
        `INSERT INTO follow_up_facts (id, request_id, customer_id, reason, outcome, until_day, words, playbook_id, detail,
          tone, situation, at, business_day, staff_id)
        VALUES (?, ?, ?, 'birthday', ?, ?, ?, ?, '{}', 'useful', ?, ?, ?, ?)`,
      )
      .run(
        ...[id, `fact-${id}`, customerId, outcome, outcome === 'snoozed' ? day + 1 : null],
        ...[outcome === 'nextVisit' ? 'Hello' : null, versionId, situation, id, day, staffId],
      );
    if (random.chance(0.1)) {
      writer.prepare('INSERT INTO follow_up_undos (fact_id, at, staff_id) VALUES (?, 0, ?)').run(id, staffId);
    } else history.uses.push(use);
  }
  for (let count = 0; count < 15; count += 1) {
    const id = nextId(history);
    const visit = { visitId: id, by: someone(), day: 20_000 + random.below(200) };
    const put = writer.prepare(
      `INSERT INTO visits (id, request_id, sign, reverses_id, customer_id, at, business_day, business_month, amount, staff_id,
        source, reason) VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL, ?, 'till', ?)`,
    );
    put.run(...[id, `visit-${id}`, 1, null, visit.by, id, visit.day, staffId, null]);
    history.visits.push(visit);
    if (random.chance(0.15)) {
      const back = nextId(history);
      put.run(...[back, `visit-${back}`, -1, id, visit.by, back, visit.day, staffId, 'mistake']);
      history.undone.add(id);
    }
  }
  const [kept, merged] = [someone(), someone()];
  const isFree = (id: number) =>
    !history.mergedInto.has(id) && ![...history.mergedInto.values()].includes(id);
  if (random.chance(0.2) && kept !== merged && isFree(merged) && !history.mergedInto.has(kept)) {
    writer.prepare('UPDATE customers SET merged_into_id = ? WHERE id = ?').run(kept, merged);
    history.mergedInto.set(merged, kept);
  }
}

it('counts what came of playbooks in the file as the domain does, over random histories', async () => {
  const shop = await aShopWithPeople(14);
  const random = new SeededRandom(11);
  const history: History = {
    ...{ uses: [], visits: [], undone: new Set<number>(), mergedInto: new Map<number, number>() },
    next: 1_000_000,
  };
  let compared = 0;
  for (let round = 0; round < rounds(20); round += 1) {
    shop.shop.database.writer.transaction(() => grow(shop, random, history))();
    const person = (id: number) => history.mergedInto.get(id) ?? id;
    const days = new Map<number, number[]>();
    for (const { visitId, by, day } of history.visits) {
      if (!history.undone.has(visitId)) days.set(person(by), [...(days.get(person(by)) ?? []), day]);
    }
    const today = (20_000 + random.below(220)) as BusinessDay;
    const uses = history.uses.map((use) => ({ ...use, customerId: person(use.customerId) }));
    const sorted = (counts: Awaited<ReturnType<typeof playbookUseCounts>>) =>
      counts
        .map((one) => ({
          ...one,
          outcomes: one.outcomes.toSorted((a, b) => a.outcome.localeCompare(b.outcome)),
        }))
        .sort((a, b) => a.situation.localeCompare(b.situation) || (a.versionId ?? 0) - (b.versionId ?? 0));
    const found = sorted(await playbookUseCounts(shop.shop.ctx.work.read, { today }));
    expect(found).toEqual(sorted(playbookCounts(uses, days, today)));
    compared += found.reduce((sum, { returns }) => sum + (returns[0]?.came ?? 0), 0);
  }
  expect(compared).toBeGreaterThan(100);
});

/** The newest look says of each person how it stands with them, and what they spent in a year. */
function looked({ shop, people }: CampaignShop, of: (index: number) => { state: string; spend: number }) {
  const put = shop.database.writer.prepare(
    `INSERT INTO customer_outlook (customer_id, business_day, last_day, state, because, usual_gap, waited, expected_day, year_spend)
    VALUES (?, 20500, 20480, ?, 'late', 14, 20, 20494, ?)`,
  );
  const stats = shop.database.writer.prepare(
    `INSERT OR REPLACE INTO customer_stats (customer_id, visits, check_ins, amount_check_ins, first_day, last_day, last_at, spend)
    VALUES (?, 3, 3, 0, 20400, 20480, 0, 0)`,
  );
  for (const [index, id] of people.entries()) {
    const { state, spend } = of(index);
    stats.run(id);
    put.run(id, state, spend);
  }
}

it('says of many people at once in which situation they are, as of one', async () => {
  const shop = await aShopWithPeople(40);
  const random = new SeededRandom(5);
  const states = ['atRisk', 'slipping', 'late', 'onTrack', 'new'];
  looked(shop, () => ({ state: states[random.below(5)] ?? 'new', spend: random.below(6) * 100 }));
  const db = shop.shop.ctx.work.read;
  const ids = [...shop.people, 1];
  const found = await situationsOf(db, { ids, reason: null });
  for (const [index, id] of ids.entries()) {
    expect(found[index]).toBe(situationOf(null, await standingOf(db, id)));
  }
  expect(new Set(found).size).toBeGreaterThan(3);
  const valuable = await valuableAmong(db, ids);
  for (const id of ids) expect(valuable.has(id)).toBe((await standingOf(db, id)).isValuable);
  expect(valuable.size).toBeGreaterThan(3);
  expect(new Set(await situationsOf(db, { ids, reason: 'birthday' }))).toEqual(new Set(['birthday']));
});

it('compares a playbook with doing nothing by assigned group, once a test that follows it is over', async () => {
  const shop = await aShopWithPeople(200);
  looked(shop, () => ({ state: 'slipping', spend: 0 }));
  const { ctx } = shop.shop;
  const reports = reportsOf(shop.shop);
  const bare = { name: 'As it is', words: { en: '', fi: ' ' }, gift: null };
  const draft = aDraft(shop, {
    variants: [bare],
    test: { holdoutPercent: 50, windowDays: 14, effectOf100: 20 },
  });
  const { campaignId } = await saveCampaign(ctx, { requestId: aRequest(), campaignId: null, draft });
  await beginCampaign(ctx, reports, { requestId: aRequest(), campaignId });
  const arms = shop.shop.rows<{ id: number; arm: string; situation: string }>(
    'SELECT customer_id AS id, arm, situation FROM campaign_people',
  );
  expect(new Set(arms.map(({ situation }) => situation))).toEqual(new Set(['slippingLow']));
  const idsOf = (arm: string) => arms.flatMap((one) => (one.arm === arm ? [one.id] : []));
  for (const id of idsOf('a').slice(0, 50)) shop.came(id, (shop.today() + 3) as BusinessDay);
  for (const id of idsOf('held').slice(0, 10)) shop.came(id, (shop.today() + 4) as BusinessDay);
  const at = (days: number) => ({ today: (shop.today() + days) as BusinessDay });
  expect(await playbookExperiments(ctx.work.read, at(14))).toEqual([]);
  const [found] = await playbookExperiments(ctx.work.read, at(15));
  expect(found).toMatchObject({
    ...{ situation: 'slippingLow', versionId: null, windowDays: 14, campaignId },
    treated: { people: 100, came: 50 },
    held: { people: 100, came: 10 },
    verdict: { code: 'works' },
  });
  // Slipping, all of them; the test takes the place of that, or its way would not be what is said.
  const { entries } = await followUpsToday(ctx);
  expect(new Set(entries.map(({ because }) => because.kind))).toEqual(new Set(['campaign']));
  const [listed] = entries;
  await recordFollowUp(ctx, {
    ...{ requestId: aRequest(), customerId: listed?.customerId ?? 0, reason: 'campaign', outcome: 'reached' },
    ...{ channel: 'inPerson', promiseId: null, playbookId: null, untilDay: null, words: null },
  });
  // Nothing is told of a test before it is over, not even how many of those turned to came.
  expect((await playbooksLearned(ctx, reports)).playbooks).toEqual([]);
  shop.pass(15);
  const { playbooks } = await playbooksLearned(ctx, reports);
  expect(playbooks).toMatchObject([
    { situation: 'slippingLow', people: 1, againstNothing: { verdict: { code: 'works' } } },
  ]);
});
