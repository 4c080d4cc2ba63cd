import { rebuildSummaries } from '#electron/services/rebuild-summaries.ts';
import { present } from '#electron/services/shop-context.ts';
import type { CampaignDraft } from '#shared/contract/campaigns.ts';
import { type BusinessDay, formatDay, monthOf } from '#shared/domain/business-day/business-day.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { aShop, type TestShop } from './shop.ts';

export interface CampaignShop {
  readonly shop: TestShop;
  readonly people: readonly number[];
  /** Somebody came on a day and paid; written as the till writes it, without its points. */
  readonly came: (customerId: number, day: BusinessDay, amount?: number) => void;
  /** Moves the clock on by so many days. */
  readonly pass: (days: number) => void;
  readonly today: () => BusinessDay;
}

const dayMs = 86_400_000;

/** A café with many people without a history, for what would take too long through the till. */
export async function aShopWithPeople(count: number): Promise<CampaignShop> {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const { writer } = shop.database;
  const staffId = shop.number('SELECT id FROM staff');
  const wallet = writer.prepare('INSERT INTO wallets (id, created_at) VALUES (?, 0)');
  const person = writer.prepare(
    `INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
     VALUES (?, ?, ?, ?, 0, 0, 0, ?)`,
  );
  const people = Array.from({ length: count }, (_, index) => 1000 + index);
  writer.transaction(() => {
    for (const id of people) {
      wallet.run(id);
      person.run(id, id, `Person ${id}`, `person ${id}`, staffId);
    }
  })();
  const visit = writer.prepare(
    `INSERT INTO visits (id, request_id, sign, customer_id, at, business_day, business_month, amount, staff_id, source)
     VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, 'till')`,
  );
  let visits = 0;
  const came = (customerId: number, day: BusinessDay, amount = 500) => {
    visits += 1;
    visit.run(
      ...[visits, `visit-${visits}`, customerId, day * dayMs + visits, day],
      ...[monthOf(day), amount, staffId],
    );
  };
  await rebuildSummaries(shop.ctx);
  return {
    shop,
    people,
    came,
    pass: (days) => shop.clock.pass(days * 24 * 60),
    today: () => present(shop.ctx).day,
  };
}

/** Gives everybody a past: each comes once in so many days, by chance. */
export async function withPast(
  { shop, people, came, today }: CampaignShop,
  days: number,
  chance: number,
): Promise<void> {
  const random = new SeededRandom(7);
  shop.database.writer.transaction(() => {
    for (const id of people) {
      for (let back = days; back >= 1; back -= 1) {
        if (random.chance(chance)) came(id, (today() - back) as BusinessDay);
      }
    }
  })();
  await rebuildSummaries(shop.ctx);
}

/** A campaign for everybody, said in person, from today on for a week. */
export function aDraft(shop: CampaignShop, fields: Partial<CampaignDraft> = {}): CampaignDraft {
  const from = shop.today();
  return {
    name: 'Say hello',
    whom: { kind: 'filter', filter: { kind: 'all', of: [] } },
    channel: 'inPerson',
    tone: 'useful',
    variants: [aWay('Name and usual')],
    test: null,
    fromDay: formatDay(from),
    toDay: formatDay((from + 6) as BusinessDay),
    ...fields,
  };
}

/** A way of doing it, with a gift of so much cost or none. */
export const aWay = (name: string, cost: number | null = null): CampaignDraft['variants'][number] => ({
  name,
  words: { en: 'Good to see you, {name}.', fi: 'Kiva nähdä, {name}.' },
  gift: cost === null ? null : { name: 'Bun on us', benefit: { kind: 'thing' }, cost, days: 30 },
});
