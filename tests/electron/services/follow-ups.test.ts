import { describe, expect, it } from 'vitest';
import { customerCard } from '#electron/services/customer-card.ts';
import { customerTimeline } from '#electron/services/customer-timeline.ts';
import {
  followUpsToday,
  makeDailyFollowUps,
  makeFollowUps,
  openFollowUps,
} from '#electron/services/follow-up-list.ts';
import { followUpsOf } from '#electron/services/follow-up-promises.ts';
import { sayHint, undoFollowUp } from '#electron/services/follow-up-record.ts';
import { listSettings, setListSettings } from '#electron/services/follow-up-settings.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import { issueVoucher } from '#electron/services/vouchers.ts';
import { aBirthdayShop, born, names, onDay, promise, record } from '#tests/support/follow-ups.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aCustomer, anItem, aRequest, aShop, aVisit } from '#tests/support/shop.ts';

describe('the list of the day', () => {
  it('is made once a business day, and says until then that it is not made', async () => {
    const { shop, reports } = await aBirthdayShop();
    expect(await followUpsToday(shop.ctx)).toMatchObject({ state: 'notMade', entries: [] });
    expect(await openFollowUps(shop.ctx)).toEqual({ open: null });
    expect(await makeDailyFollowUps(shop.ctx, reports)).toBe(true);
    expect(await makeDailyFollowUps(shop.ctx, reports)).toBe(false);
    expect(await followUpsToday(shop.ctx)).toMatchObject({
      day: '2026-03-10',
      state: 'ready',
      entries: [
        {
          name: 'Aino',
          because: { kind: 'birthday', inDays: 0, day: '2026-03-10' },
          channels: ['post', 'text', 'call'],
          visits: 2,
          outcome: null,
        },
      ],
    });
    expect(await openFollowUps(shop.ctx)).toEqual({ open: 1 });
    onDay(shop, '2026-03-11');
    expect(await openFollowUps(shop.ctx)).toEqual({ open: null });
  });

  it('has those born on 29 February on 1 March, and nobody who was here long ago', async () => {
    const shop = await aShop({ now: '2025-06-01 10:00' });
    const birthday = { day: 29, month: 2, year: null };
    await born(shop, 'Long gone', { birthday });
    onDay(shop, '2026-02-10');
    await born(shop, 'Leap', { birthday });
    onDay(shop, '2026-03-01');
    await makeFollowUps(shop.ctx, reportsOf(shop));
    const { entries } = await followUpsToday(shop.ctx);
    expect(entries.filter(({ because }) => because.kind === 'birthday')).toMatchObject([
      { name: 'Leap', because: { inDays: 0 } },
    ]);
  });

  it('finds first visits, items, what ends, milestones, friends and silent people by their days', async () => {
    const shop = await aShop({ now: '2026-01-05 10:00' });
    const cut = await anItem(shop.ctx, { name: 'Colour', category: 'Colours', price: 9000 });
    await setListSettings(shop.ctx, {
      ...(await listSettings(shop.ctx)),
      requestId: aRequest(),
      afterItems: [{ category: 'Colours', days: 3 }],
    });
    const vip = await aCustomer(shop.ctx, { name: 'Vip' });
    for (let day = 1; day <= 9; day += 1) {
      onDay(shop, `2026-01-0${day}`);
      await aVisit(shop.ctx, vip, { amount: 5000 });
    }
    onDay(shop, '2026-03-03');
    await aVisit(shop.ctx, await aCustomer(shop.ctx, { name: 'Once' }));
    onDay(shop, '2026-03-07');
    const tenth = await aCustomer(shop.ctx, { name: 'Coloured' });
    await aVisit(shop.ctx, tenth, { items: [{ itemId: cut.id, quantity: 1 }], amount: 9000 });
    onDay(shop, '2026-03-08');
    const bringer = await aCustomer(shop.ctx, { name: 'Bringer' });
    await aVisit(shop.ctx, await aCustomer(shop.ctx, { name: 'Friend', referredById: bringer }));
    await issueVoucher(shop.ctx, {
      requestId: aRequest(),
      customerId: bringer,
      kind: 'surprise',
      name: 'Cake',
      benefit: { kind: 'thing' },
      cost: 100,
      expiresDay: '2026-03-15',
    });
    onDay(shop, '2026-03-10');
    await makeFollowUps(shop.ctx, reportsOf(shop));
    const { entries } = await followUpsToday(shop.ctx);
    expect(entries.map(({ name, because, others }) => [name, because, others])).toEqual([
      ['Once', { kind: 'firstVisit', day: '2026-03-03' }, []],
      ['Coloured', { kind: 'afterItem', day: '2026-03-07', itemName: 'Colour' }, []],
      [
        'Bringer',
        { kind: 'expiring', day: '2026-03-15', what: 'voucher', name: 'Cake', amount: 1 },
        ['referral'],
      ],
      ['Vip', { kind: 'silentVip', lastDay: '2026-01-09', silentDays: 60 }, []],
    ]);
    expect(entries.every(({ channels }) => channels.length === 0)).toBe(true);
  });

  it('has whoever stays away by what the nightly look says, unless they came since', async () => {
    const shop = await aShop({ now: '2026-02-10 10:00' });
    const ids = [];
    for (const [name, amount] of [
      ['Small', 1000],
      ['Large', 2000],
      ['Came', 3000],
    ] as const) {
      const id = await aCustomer(shop.ctx, { name });
      await aVisit(shop.ctx, id, { amount });
      ids.push(id);
    }
    const lastDay = shop.number('SELECT MAX(last_day) FROM customer_stats');
    for (const [index, id] of ids.entries()) {
      shop.database.writer
        .prepare(
          `INSERT INTO customer_outlook (customer_id, business_day, last_day, state, because, active, returns, usual_gap,
            waited, expected_day, year_spend) VALUES (?, ?, ?, 'atRisk', 'late', 0.4, 0.41, 7, 28, ?, ?)`,
        )
        .run(id, lastDay + 28, lastDay, lastDay + 7, (index + 1) * 1000);
    }
    onDay(shop, '2026-03-10');
    const [, , came] = ids;
    await aVisit(shop.ctx, came ?? 0);
    await makeFollowUps(shop.ctx, reportsOf(shop));
    const { entries } = await followUpsToday(shop.ctx);
    expect(entries).toMatchObject([
      {
        name: 'Large',
        because: { kind: 'atRisk', usualGap: 7, waited: 28, expectedDay: '2026-02-17' },
        returns: 0.41,
        yearValue: 2000,
      },
      { name: 'Small', yearValue: 1000 },
    ]);
    await aVisit(shop.ctx, ids[1] ?? 0);
    expect((await followUpsToday(shop.ctx)).entries[0]).toMatchObject({ name: 'Large', cameToday: true });
    expect(await openFollowUps(shop.ctx)).toEqual({ open: 1 });
  });

  it('stays with those who are done when it is made again', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeFollowUps(shop.ctx, reports);
    await record(shop, aino, {});
    const oona = await aCustomer(shop.ctx, { name: 'Oona' });
    await promise(shop, oona, '2026-03-10');
    await makeFollowUps(shop.ctx, reports);
    expect(await followUpsToday(shop.ctx)).toMatchObject({
      entries: [
        { name: 'Oona', because: { kind: 'promise', text: 'A call' }, outcome: null },
        { name: 'Aino', outcome: { outcome: 'reached' } },
      ],
    });
  });
});

describe('an outcome', () => {
  it('is written once, stands in the history, and can be taken back on its day', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeFollowUps(shop.ctx, reports);
    const requestId = aRequest();
    const first = await record(shop, aino, { requestId, outcome: 'willCome' });
    expect(await record(shop, aino, { requestId, outcome: 'willCome' })).toEqual(first);
    await expect(record(shop, aino, { requestId })).rejects.toMatchObject({ code: 'RequestIdReused' });
    const history = () => customerTimeline(shop.ctx, { customerId: aino, kind: 'all', offset: 0, limit: 1 });
    expect((await history()).entries).toMatchObject([
      { kind: 'followUp', reason: 'birthday', outcome: 'willCome', channel: 'call', undone: false },
    ]);
    await undoFollowUp(shop.ctx, { requestId: aRequest(), factId: first.factId });
    expect((await history()).entries).toMatchObject([{ factId: first.factId, undone: true }]);
    expect(await openFollowUps(shop.ctx)).toEqual({ open: 1 });
    const second = await record(shop, aino, {});
    onDay(shop, '2026-03-11');
    await expect(
      undoFollowUp(shop.ctx, { requestId: aRequest(), factId: second.factId }),
    ).rejects.toMatchObject({ code: 'InvalidValue' });
    expect(() => shop.database.writer.exec('DELETE FROM follow_up_facts')).toThrow('append-only');
    expect(() => shop.database.writer.exec("UPDATE follow_up_facts SET outcome = 'reached'")).toThrow(
      'append-only',
    );
  });

  it('of nobody answering brings them back tomorrow, and the third time ends it', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    const days = ['2026-03-10', '2026-03-11', '2026-03-12'];
    const back = [];
    for (const day of days) {
      onDay(shop, day);
      await makeDailyFollowUps(shop.ctx, reports);
      expect(await names(shop)).toEqual(['Aino: birthday']);
      back.push(await record(shop, aino, { outcome: 'noAnswer' }));
    }
    expect(back).toMatchObject([
      { returnsOn: '2026-03-11', attempts: 1 },
      { returnsOn: '2026-03-12', attempts: 2 },
      { returnsOn: null, attempts: 3 },
    ]);
    onDay(shop, '2026-03-13');
    await makeDailyFollowUps(shop.ctx, reports);
    expect(await names(shop)).toEqual([]);
  });

  it('of another day brings them back on that day, and not before', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeDailyFollowUps(shop.ctx, reports);
    await record(shop, aino, { outcome: 'snoozed', channel: null, untilDay: '2026-03-20' });
    for (const [day, expected] of [
      ['2026-03-11', []],
      ['2026-03-19', []],
      ['2026-03-20', ['Aino: birthday']],
      ['2026-03-21', ['Aino: birthday']],
    ] as const) {
      onDay(shop, day);
      await makeDailyFollowUps(shop.ctx, reports);
      expect(await names(shop)).toEqual(expected);
    }
    for (const untilDay of [null, '2026-03-21', '2028-01-01', 'soon']) {
      await expect(record(shop, aino, { outcome: 'snoozed', untilDay })).rejects.toMatchObject({
        code: 'InvalidValue',
      });
    }
  });

  it('of "do not contact" takes them off every list, also in a merge, until it is taken back', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeDailyFollowUps(shop.ctx, reports);
    const { factId } = await record(shop, aino, { outcome: 'doNotContact' });
    const kept = await born(shop, 'Aino V', { phone: '040 123 4568' });
    await mergeCustomers(shop.ctx, { requestId: aRequest(), keepId: kept, mergeId: aino });
    onDay(shop, '2026-03-11');
    await makeDailyFollowUps(shop.ctx, reports);
    expect(await names(shop)).toEqual([]);
    expect(await followUpsOf(shop.ctx, kept)).toMatchObject({
      leftAlone: { factId, outcome: 'doNotContact', day: '2026-03-10' },
    });
    await undoFollowUp(shop.ctx, { requestId: aRequest(), factId });
    await makeFollowUps(shop.ctx, reports);
    expect(await names(shop)).toEqual(['Aino V: birthday']);
    expect(await followUpsOf(shop.ctx, kept)).toMatchObject({ leftAlone: null });
  });

  it('takes the voucher of the day along, once', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeDailyFollowUps(shop.ctx, reports);
    const voucher = await issueVoucher(shop.ctx, {
      requestId: aRequest(),
      customerId: aino,
      kind: 'birthday',
      name: 'Bun',
      benefit: { kind: 'thing' },
      cost: 100,
      expiresDay: '2026-04-10',
    });
    await record(shop, aino, {});
    await record(shop, aino, {});
    expect(shop.rows('SELECT voucher_id, tone FROM follow_up_facts ORDER BY id')).toEqual([
      { voucher_id: voucher.voucherId, tone: 'useful' },
      { voucher_id: null, tone: 'useful' },
    ]);
  });

  it('is refused for a reason somebody is not on the list for', async () => {
    const { shop, aino } = await aBirthdayShop();
    await expect(record(shop, aino, { reason: 'referral' })).rejects.toMatchObject({ code: 'InvalidValue' });
    await expect(record(shop, 99, {})).rejects.toMatchObject({ code: 'NotFound' });
  });
});

describe('what is said when they are next here', () => {
  it('stands at the till until it is ticked off, and comes back when that is taken back', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeDailyFollowUps(shop.ctx, reports);
    const words = 'Wish a happy birthday.';
    const { factId } = await record(shop, aino, { outcome: 'nextVisit', channel: 'inPerson', words });
    const hints = async () =>
      (await customerCard(shop.ctx, aino)).hints.filter((hint) => hint.kind === 'followUp');
    expect(await hints()).toEqual([{ kind: 'followUp', factId, words }]);
    await aVisit(shop.ctx, aino);
    expect(await hints()).toHaveLength(1);
    const said = await sayHint(shop.ctx, { requestId: aRequest(), factId });
    expect(await hints()).toEqual([]);
    await expect(sayHint(shop.ctx, { requestId: aRequest(), factId })).rejects.toMatchObject({
      code: 'InvalidValue',
    });
    await undoFollowUp(shop.ctx, { requestId: aRequest(), factId: said.factId });
    expect(await hints()).toHaveLength(1);
    await undoFollowUp(shop.ctx, { requestId: aRequest(), factId });
    expect(await hints()).toEqual([]);
  });

  it('needs words, and nothing else does', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeDailyFollowUps(shop.ctx, reports);
    for (const wrong of [{ outcome: 'nextVisit' as const }, { words: 'Hello there' }]) {
      await expect(record(shop, aino, wrong)).rejects.toMatchObject({ code: 'InvalidValue' });
    }
  });
});
