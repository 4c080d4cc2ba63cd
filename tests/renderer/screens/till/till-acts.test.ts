import { describe, expect, it } from 'vitest';
import { emptyEntry } from '#renderer/src/screens/till/entry.ts';
import { reduceTill } from '#renderer/src/screens/till/reduce-till.ts';
import { paidAmount } from '#renderer/src/screens/till/settle-entry.ts';
import type { TillAction } from '#renderer/src/screens/till/till-state.ts';
import {
  aino,
  choose,
  digits,
  esc,
  freeCoffee,
  olli,
  submit,
  tillAfter,
  typed,
  written,
} from './till-builders.ts';

describe('money back', () => {
  const form = {
    visitId: 700,
    name: aino.name,
    at: 0,
    paid: 900,
    left: 800,
    hasRewards: true,
    amount: 0,
    returnRewards: false,
    reason: '',
  };
  const start: TillAction = { type: 'startRefund', form };
  const refunded = (requestId: string): TillAction => ({
    type: 'written',
    requestId,
    result: {
      kind: 'refund',
      refunded: { refundId: 9, visitId: 700, left: 380, changes: [], replayed: false },
    },
  });

  it('is typed cents first, never more than can be returned, and leaves the amount of the next visit alone', () => {
    const till = tillAfter(digits('480'), start, digits('42'), digits('0'), digits('0'));
    expect(till.panel).toMatchObject({ kind: 'refunding', form: { amount: 420 } });
    expect(paidAmount(till.entry)).toBe(480);
    expect(reduceTill(till, { type: 'erase' }).panel).toMatchObject({ form: { amount: 42 } });
    expect(reduceTill(till, esc).panel.kind).toBe('idle');
  });

  it('of nothing is not sent', () => {
    expect(tillAfter(start, submit()).write).toBeNull();
  });

  it('says what was returned, and leaves a receipt that is not true any more', () => {
    const sent = tillAfter(
      choose(),
      typed('900'),
      submit(),
      written(),
      start,
      { type: 'fillRefund', fields: { amount: 420, returnRewards: true, reason: 'cold' } },
      submit('refund-1'),
    );
    expect(sent.write?.intent).toEqual({
      kind: 'refund',
      visitId: 700,
      name: aino.name,
      amount: 420,
      returnRewards: true,
      reason: 'cold',
    });
    const done = reduceTill(sent, refunded('refund-1'));
    expect(done.panel.kind).toBe('idle');
    expect(done.notice).toEqual({ kind: 'refunded', name: aino.name, amount: 420, changes: [] });
  });

  it('returns to whom is being served', () => {
    const till = tillAfter(choose(olli), start, digits('420'), submit('refund-1'), refunded('refund-1'));
    expect(till.panel).toMatchObject({ kind: 'chosen', person: olli });
  });
});

describe('setting aside', () => {
  const park: TillAction = { type: 'park', newId: 'park-1' };
  const parked: TillAction = { type: 'written', requestId: 'park-1', result: { kind: 'park' } };

  it('keeps who, how much and what is to be used, and frees the till', () => {
    const till = tillAfter(choose(), typed('900'), { type: 'useReward', offer: freeCoffee }, park);
    expect(till.write?.intent).toEqual({
      kind: 'park',
      name: aino.name,
      content: { customerId: 1, amount: 900, items: [], redeem: [{ rewardId: 11 }], vouchers: [] },
      replaces: null,
    });
    const free = reduceTill(till, parked);
    expect(free.panel.kind).toBe('idle');
    expect(free.entry).toEqual(emptyEntry);
    expect(free.notice).toEqual({ kind: 'parked', name: aino.name });
  });

  it('takes the place of the one it was, and is finished by the check-in', () => {
    const entry = { ...emptyEntry, typed: 900, parkedId: 55 };
    const resumed = tillAfter({ type: 'resume', person: aino, entry });
    expect(resumed.panel).toMatchObject({ kind: 'chosen', person: aino });
    expect(reduceTill(resumed, park).write?.intent).toMatchObject({ replaces: 55 });
    expect(reduceTill(resumed, submit()).write?.intent).toMatchObject({ input: { parkedId: 55 } });
  });

  it('of a sale without a customer goes on with the customer named meanwhile, not with the next one', () => {
    const sale = tillAfter({
      type: 'resume',
      person: null,
      entry: { ...emptyEntry, typed: 900, parkedId: 55 },
    });
    expect(sale.panel.kind).toBe('walkIn');
    const named = reduceTill(sale, choose());
    expect(named.entry.parkedId).toBe(55);
    expect(reduceTill(named, choose(olli)).entry.parkedId).toBeNull();
  });

  it('names who was open and not checked in', () => {
    const till = tillAfter(choose(olli), { type: 'resume', person: aino, entry: emptyEntry });
    expect(till.notice).toEqual({ kind: 'notCheckedIn', name: olli.name });
  });

  it('does nothing while there is nothing to set aside, and can be given up', () => {
    expect(tillAfter(park).write).toBeNull();
    const released = tillAfter(
      { type: 'release', parkedId: 55, name: aino.name, newId: 'release-1' },
      { type: 'written', requestId: 'release-1', result: { kind: 'release' } },
    );
    expect(released.notice).toEqual({ kind: 'released', name: aino.name });
  });
});

describe('a voucher named by its code', () => {
  const offer = {
    code: '7K4M2QXD',
    name: 'Two euros',
    benefit: { kind: 'amountOff', amount: 200 },
    item: null,
  } as const;

  it('opens whom it was given to and is used with their visit', () => {
    const till = tillAfter(digits('900'), { type: 'voucherFound', person: aino, offer });
    expect(till.panel).toMatchObject({ kind: 'chosen', person: aino });
    expect(paidAmount(till.entry)).toBe(700);
    expect(reduceTill(till, submit()).write?.intent).toMatchObject({
      input: { amount: 700, vouchers: [{ code: '7K4M2QXD' }] },
    });
    expect(paidAmount(reduceTill(till, choose(olli)).entry)).toBe(900);
  });

  it('may be scanned, too', () => {
    const result = { kind: 'voucher', person: aino, offer } as const;
    const till = tillAfter(digits('900'), { type: 'scanned', result, rush: false, newId: 'scan' });
    expect(paidAmount(till.entry)).toBe(700);
  });
});
