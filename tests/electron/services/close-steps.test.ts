import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '#electron/services/backups/snapshots.ts';
import { closeMonth, confirmStep, skipStep } from '#electron/services/close-month.ts';
import { monthGuide } from '#electron/services/close-steps.ts';
import { closedMonth } from '#electron/services/closed-months.ts';
import { park } from '#electron/services/parked-check-ins.ts';
import { refundVisit } from '#electron/services/refund-visit.ts';
import {
  aClosedMonth,
  aCopyOfToday,
  aShopAfterMarch,
  openShopOf,
  openSteps,
  settleSteps,
} from '#tests/support/closable-shop.ts';
import { aCustomer, aRequest, aVisit, momentAt, stampCard } from '#tests/support/shop.ts';

const month = '2026-03';

describe('the steps before a close', () => {
  it('keep the month from being closed until each is done or left out with a reason', async () => {
    const { open } = await aShopAfterMarch();
    expect(await openSteps(open)).toEqual(['figures', 'export', 'backup']);
    const refused = closeMonth(open, { requestId: aRequest(), month });
    await expect(refused).rejects.toMatchObject({
      code: 'StepsOpen',
      data: { steps: ['figures', 'export', 'backup'] },
    });
    await settleSteps(open);
    expect(await openSteps(open)).toEqual([]);
    await closeMonth(open, { requestId: aRequest(), month });
    const { content } = await closedMonth(open.ctx, { number: 1 });
    expect(content?.steps.find(({ step }) => step === 'export')).toEqual({
      step: 'export',
      state: 'skipped',
      reason: 'Printed instead',
    });
  });

  it('know the copy of today for the next month too, though the program takes one of its own at a close', async () => {
    const { shop, open } = await aShopAfterMarch();
    await aClosedMonth(open, '2026-02');
    shop.clock.set(momentAt('2026-04-01 09:05'));
    await takeSnapshot(open, 'close');
    expect(await openSteps(open)).toEqual(['figures', 'export']);
  });

  it('may not be left out where the books, the figures or the copy are at stake', async () => {
    const { open } = await aShopAfterMarch();
    for (const step of ['duplicates', 'rollForward', 'oddDays', 'figures', 'backup'] as const) {
      const skipping = skipStep(open.ctx, { requestId: aRequest(), month, step, reason: 'No time' });
      await expect(skipping).rejects.toMatchObject({ code: 'StepNotSettled', data: { step } });
    }
    for (const step of ['unfinished', 'overdrawn', 'rollForward', 'export', 'backup'] as const) {
      const confirming = confirmStep(open, { requestId: aRequest(), month, step });
      await expect(confirming).rejects.toMatchObject({ code: 'StepNotSettled', data: { step } });
    }
  });

  it('name check-ins of the month that were set aside and never finished', async () => {
    const { shop, open, aino } = await aShopAfterMarch();
    const aside = { customerId: aino, amount: 450, items: [], redeem: [], vouchers: [] };
    shop.clock.set(momentAt('2026-03-31 20:00'));
    await park(shop.ctx, { requestId: aRequest(), ...aside });
    shop.clock.set(momentAt('2026-04-01 09:00'));
    await park(shop.ctx, { requestId: aRequest(), ...aside, customerId: null });
    const [unfinished] = (await monthGuide(open, { month })).steps;
    expect(unfinished).toMatchObject({ state: 'open', parked: [{ customerName: 'Aino', amount: 450 }] });
    await skipStep(shop.ctx, { requestId: aRequest(), month, step: 'unfinished', reason: 'Paid elsewhere' });
    const [left] = (await monthGuide(open, { month })).steps;
    expect(left).toMatchObject({ state: 'skipped', skipped: { reason: 'Paid elsewhere' } });
  });

  it('ask to look at duplicates, and again when there is another', async () => {
    const { shop, open } = await aShopAfterMarch();
    shop.clock.set(momentAt('2026-03-25 12:00'));
    const doubled = await aCustomer(shop.ctx, { name: 'Ainoo', phone: '040 123 4567' });
    const other = await aCustomer(shop.ctx, { name: 'Eero', phone: '040 123 4567' });
    shop.clock.set(momentAt('2026-04-01 09:00'));
    const duplicates = async () =>
      (await monthGuide(openShopOf(shop), { month })).steps.find(({ step }) => step === 'duplicates');
    expect(await duplicates()).toMatchObject({ state: 'open', entered: 2, compared: 2 });
    const found = await duplicates();
    const pairs = found?.step === 'duplicates' ? found.pairs : [];
    expect(pairs.filter(({ why }) => why === 'phone')).toHaveLength(1);
    await confirmStep(open, { requestId: aRequest(), month, step: 'duplicates' });
    expect(await duplicates()).toMatchObject({ state: 'done' });
    shop.clock.set(momentAt('2026-03-26 12:00'));
    await aCustomer(shop.ctx, { name: 'Eeva', phone: '040 123 4567' });
    shop.clock.set(momentAt('2026-04-01 09:00'));
    expect(await duplicates()).toMatchObject({ state: 'open', entered: 3 });
    expect([doubled, other].every((id) => id > 0)).toBe(true);
  });

  it('name wallets below zero and balances that the entries do not give', async () => {
    const { shop, open, aino } = await aShopAfterMarch();
    const { unitId } = stampCard(shop.ctx);
    // No path of the product leads below zero; a damaged row does.
    shop.database.writer.prepare('UPDATE balances SET balance = -3 WHERE unit_id = ?').run(unitId);
    const { steps } = await monthGuide(open, { month });
    const overdrawn = steps.find(({ step }) => step === 'overdrawn');
    expect(overdrawn).toMatchObject({ state: 'open', skippable: true });
    expect(overdrawn?.step === 'overdrawn' ? overdrawn.wallets : []).toContainEqual(
      expect.objectContaining({ customerId: aino, name: 'Aino', unitId, balance: -3 }),
    );
    const books = steps.find(({ step }) => step === 'rollForward');
    expect(books).toMatchObject({ state: 'open', skippable: false });
    const units = books?.step === 'rollForward' ? books.units : [];
    expect(units.find((unit) => unit.unitId === unitId)).toMatchObject({
      opening: 2,
      earned: 2,
      closing: 4,
      counted: 4,
      difference: 0,
      wrongBalances: 2,
    });
  });

  it('ask to look at days unlike their weekday and at amounts typed wrongly', async () => {
    const { shop, open } = await aShopAfterMarch();
    for (let week = 1; week <= 5; week += 1) {
      shop.clock.set(momentAt('2026-03-03 10:00') - week * 7 * 86_400_000);
      for (let visit = 0; visit < 8; visit += 1) await aVisit(shop.ctx, null, { amount: 500 });
    }
    shop.clock.set(momentAt('2026-03-03 10:00'));
    const odd = await aVisit(shop.ctx, null, { amount: 45_000 });
    shop.clock.set(momentAt('2026-04-01 09:00'));
    const step = (await monthGuide(open, { month })).steps.find((one) => one.step === 'oddDays');
    if (step?.step !== 'oddDays') throw new Error('no such step');
    expect(step.state).toBe('open');
    expect(step.days[0]).toEqual({ day: '2026-03-03', checkIns: 1, usual: 8, kind: 'low' });
    expect(step.amounts).toEqual([
      { visitId: odd.visitId, day: '2026-03-03', customerName: null, amount: 45_000 },
    ]);
  });

  it('want the figures read again after one has changed, and a copy of today', async () => {
    const { shop, open, ainoVisit } = await aShopAfterMarch();
    await settleSteps(open);
    expect(await openSteps(open)).toEqual([]);
    await refundVisit(shop.ctx, {
      requestId: aRequest(),
      visitId: ainoVisit,
      amount: 100,
      returnRewards: false,
      reason: 'Cold',
    });
    expect(await openSteps(open)).toEqual(['figures']);
    shop.clock.set(momentAt('2026-04-02 09:00'));
    expect(await openSteps(open)).toEqual(['figures', 'backup']);
    await aCopyOfToday(open);
    expect(await openSteps(open)).toEqual(['figures']);
  });

  it('are refused for what is no month', async () => {
    const { open } = await aShopAfterMarch();
    await expect(monthGuide(open, { month: '0001-01' })).rejects.toMatchObject({
      code: 'InvalidValue',
      data: { field: 'month' },
    });
  });
});
