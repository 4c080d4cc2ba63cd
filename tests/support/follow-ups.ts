import { followUpsToday } from '#electron/services/follow-up-list.ts';
import { makePromise } from '#electron/services/follow-up-promises.ts';
import { recordFollowUp } from '#electron/services/follow-up-record.ts';
import { currentStaff, shopFacts } from '#electron/services/shop-context.ts';
import { reportsOf } from './reports.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt, type TestShop } from './shop.ts';

type Recording = Parameters<typeof recordFollowUp>[1];

/** An outcome of a birthday, reached by phone unless said otherwise. */
export const record = (shop: TestShop, customerId: number, change: Partial<Recording>) =>
  recordFollowUp(shop.ctx, {
    requestId: aRequest(),
    customerId,
    reason: 'birthday',
    outcome: 'reached',
    channel: 'call',
    promiseId: null,
    playbookId: null,
    untilDay: null,
    words: null,
    ...change,
  });

/** A promise by the owner. */
export const promise = (shop: TestShop, customerId: number, dueDay: string, text = 'A call') =>
  makePromise(shop.ctx, {
    requestId: aRequest(),
    customerId,
    text,
    dueDay,
    ownerId: currentStaff(shopFacts(shop.ctx)).id,
  });

/** Somebody with a birthday on 10 March who may be called, and has been here. */
export const born = async (shop: TestShop, name: string, change: object = {}) => {
  const id = await aCustomer(shop.ctx, {
    name,
    phone: '040 123 4567',
    birthday: { day: 10, month: 3, year: null },
    consents: [{ purpose: 'contact', granted: true }],
    ...change,
  });
  await aVisit(shop.ctx, id);
  return id;
};

/** A shop with two visits behind a birthday: nobody is "after the first visit". */
export async function aBirthdayShop() {
  const shop = await aShop({ now: '2026-02-10 10:00' });
  const aino = await born(shop, 'Aino');
  shop.clock.set(momentAt('2026-02-12 10:00'));
  await aVisit(shop.ctx, aino);
  shop.clock.set(momentAt('2026-03-10 10:00'));
  return { shop, aino, reports: reportsOf(shop) };
}

/** Everybody on today's list with why. */
export const names = async (shop: TestShop) =>
  (await followUpsToday(shop.ctx)).entries.map(({ name, because }) => `${name}: ${because.kind}`);

/** Ten o'clock of a day. */
export const onDay = (shop: TestShop, day: string) => shop.clock.set(momentAt(`${day} 10:00`));
