import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseReward,
  chooseVoucher,
  dropCustomer,
  dropReward,
  dropVoucher,
  type OfferedReward,
  type OfferedVoucher,
} from '#renderer/src/screens/till/choose-reward.ts';
import { addItem, eraseLast, takeUsual, typeDigits } from '#renderer/src/screens/till/edit-entry.ts';
import { type Entry, emptyEntry, holdPrices, isEmptyEntry } from '#renderer/src/screens/till/entry.ts';
import {
  paidAmount,
  redeemOf,
  settleEntry,
  shownAmount,
  spendsOf,
} from '#renderer/src/screens/till/settle-entry.ts';
import { largestAmount } from '#shared/domain/money/largest-amount.ts';
import { rounds } from '#tests/support/rounds.ts';

const coffee = { itemId: 1, name: 'Filter coffee', unitPrice: 320 };
const bun = { itemId: 2, name: 'Cinnamon bun', unitPrice: 420 };

const common = { percent: null, amountOff: null, partial: false, balance: 1000, item: null, itemId: null };
const freeCoffee: OfferedReward = {
  ...common,
  rewardId: 11,
  name: 'Filter coffee on us',
  kind: 'freeItem',
  unitId: 5,
  price: 10,
  itemId: coffee.itemId,
  item: coffee,
};
const fiveOff: OfferedReward = {
  ...common,
  rewardId: 12,
  name: '5 off',
  kind: 'amountOff',
  unitId: 6,
  price: 500,
  amountOff: 500,
};
const tenPercent: OfferedReward = {
  ...common,
  rewardId: 13,
  name: '10 % off',
  kind: 'percentOff',
  unitId: 6,
  price: 100,
  percent: 10,
};
/** A euro for every hundred points, as much as helps. */
const inParts: OfferedReward = {
  ...common,
  rewardId: 14,
  name: 'Money off',
  kind: 'amountOff',
  unitId: 6,
  price: 1000,
  amountOff: 1000,
  partial: true,
  balance: 700,
};
const freeBun: OfferedVoucher = {
  code: '7K4M2QXD',
  name: 'Birthday bun',
  benefit: { kind: 'item', itemId: bun.itemId },
  item: bun,
};

describe('typing an amount', () => {
  it('goes cents first', () => {
    expect(paidAmount(typeDigits(emptyEntry, '480'))).toBe(480);
    expect(paidAmount(typeDigits(typeDigits(emptyEntry, '48'), '00'))).toBe(4800);
  });

  it('takes back digit by digit and ends with nothing typed', () => {
    let entry = typeDigits(emptyEntry, '48');
    entry = eraseLast(entry);
    expect(entry.typed).toBe(4);
    entry = eraseLast(entry);
    expect(entry.typed).toBeNull();
    expect(eraseLast(entry)).toBe(entry);
  });

  it('never exceeds the largest amount, and a lonely zero is no amount', () => {
    expect(typeDigits(emptyEntry, '9'.repeat(30)).typed).toBeLessThanOrEqual(largestAmount);
    expect(paidAmount(typeDigits(emptyEntry, '00'))).toBeNull();
    expect(shownAmount(emptyEntry)).toBe(0);
  });
});

describe('items', () => {
  it('add up, and count pieces of the same', () => {
    const entry = addItem(addItem(addItem(emptyEntry, coffee), bun), coffee);
    expect(entry.lines.map(({ quantity }) => quantity)).toEqual([2, 1]);
    expect(paidAmount(entry)).toBe(320 * 2 + 420);
  });

  it('add to an amount that was typed before, and a typed amount counts as it stands', () => {
    expect(paidAmount(addItem(typeDigits(emptyEntry, '480'), bun))).toBe(900);
    expect(paidAmount(typeDigits(addItem(emptyEntry, bun), '400'))).toBe(400);
  });

  it('leave one by one when erased', () => {
    let entry = addItem(addItem(emptyEntry, coffee), coffee);
    entry = eraseLast(entry);
    expect(entry.lines[0]?.quantity).toBe(1);
    expect(isEmptyEntry(eraseLast(entry))).toBe(true);
  });

  it('of the usual order replace what was entered; twice changes nothing', () => {
    const usual = [{ ...coffee, quantity: 1 }];
    const once = takeUsual(typeDigits(addItem(emptyEntry, bun), '999'), usual);
    expect(paidAmount(once)).toBe(320);
    expect(takeUsual(once, usual)).toEqual(once);
  });
});

describe('rewards', () => {
  it('take off the price of the item given', () => {
    const entry = chooseReward(addItem(addItem(emptyEntry, coffee), bun), freeCoffee);
    expect(paidAmount(entry)).toBe(420);
    expect(settleEntry(entry).lines).toEqual([{ ...bun, quantity: 1 }]);
  });

  it('bring their item along when it is not in the basket, so that it is counted', () => {
    const entry = chooseReward(emptyEntry, freeCoffee);
    expect(entry.lines).toEqual([{ ...coffee, quantity: 1 }]);
    expect(paidAmount(entry)).toBe(0);
    expect(isEmptyEntry(dropReward(entry, freeCoffee.rewardId))).toBe(true);
  });

  it('lower a typed amount once, and give it back when put away', () => {
    const typed = typeDigits(emptyEntry, '2000');
    const entry = chooseReward(typed, fiveOff);
    expect(paidAmount(entry)).toBe(1500);
    expect(paidAmount(dropReward(entry, fiveOff.rewardId))).toBe(2000);
    expect(paidAmount(chooseReward(typed, freeCoffee))).toBe(2000);
  });

  it('chosen first leave the amount typed afterwards as it stands', () => {
    expect(paidAmount(typeDigits(chooseReward(emptyEntry, fiveOff), '1500'))).toBe(1500);
    expect(paidAmount(typeDigits(chooseReward(emptyEntry, fiveOff), '0'))).toBe(0);
  });

  it('never take more than there is, and each is used once', () => {
    const entry = chooseReward(addItem(emptyEntry, coffee), fiveOff);
    expect(paidAmount(entry)).toBe(0);
    expect(chooseReward(entry, fiveOff)).toBe(entry);
    expect(paidAmount(chooseReward(typeDigits(emptyEntry, '300'), fiveOff))).toBe(0);
  });

  it('leave with the customer, the amount stays', () => {
    const entry = chooseReward(chooseReward(addItem(emptyEntry, bun), freeCoffee), fiveOff);
    expect(paidAmount(dropCustomer(entry))).toBe(420);
    expect(dropCustomer(entry).lines).toEqual([{ ...bun, quantity: 1 }]);
  });
});

describe('per cents, parts and vouchers', () => {
  it('go in one order: items, per cents, amounts', () => {
    const basket = addItem(addItem(emptyEntry, coffee), bun);
    const entry = [fiveOff, tenPercent, freeCoffee].reduce(chooseReward, basket);
    // 7.40 - 3.20 = 4.20, less 10 % = 3.78, less 5.00.
    expect(paidAmount(entry)).toBe(0);
    expect(paidAmount(chooseReward(chooseReward(basket, tenPercent), freeCoffee))).toBe(378);
  });

  it('take of a partial reward what the balance and the bill allow', () => {
    const none = chooseReward(emptyEntry, inParts);
    expect(redeemOf(none)).toEqual([{ rewardId: 14, spend: 700 }]);
    const small = addItem(none, coffee);
    expect(spendsOf(small).get(14)).toBe(320);
    expect(paidAmount(small)).toBe(0);
    const large = typeDigits(emptyEntry, '2000');
    expect(paidAmount(chooseReward(large, inParts))).toBe(1300);
    expect(redeemOf(chooseReward(large, { ...inParts, balance: 5000 }))).toEqual([{ rewardId: 14 }]);
  });

  it('of a partial reward leave room for others of the same points', () => {
    const entry = chooseReward(chooseReward(typeDigits(emptyEntry, '2000'), inParts), {
      ...tenPercent,
      balance: 700,
    });
    expect(spendsOf(entry).get(14)).toBe(600);
    expect(paidAmount(entry)).toBe(1200);
  });

  it('bring the item of a voucher along and take it away again', () => {
    const entry = chooseVoucher(addItem(emptyEntry, coffee), freeBun);
    expect(entry.lines.map(({ itemId }) => itemId)).toEqual([1, 2]);
    expect(paidAmount(entry)).toBe(320);
    expect(dropVoucher(entry, freeBun.code)).toEqual(addItem(emptyEntry, coffee));
    expect(dropCustomer(entry)).toEqual(addItem(emptyEntry, coffee));
  });

  it('count prices that are kept for the customer while they are lower', () => {
    const held = [
      { itemId: 1, price: 300 },
      { itemId: 2, price: 999 },
    ];
    const entry = holdPrices(addItem(addItem(emptyEntry, coffee), bun), held);
    expect(paidAmount(entry)).toBe(720);
    expect(paidAmount(addItem(typeDigits(holdPrices(emptyEntry, held), '100'), coffee))).toBe(400);
    expect(paidAmount(dropCustomer(entry))).toBe(740);
  });
});

const step = fc.oneof(
  fc.stringMatching(/^[0-9]{1,3}$/).map((digits) => (entry: Entry) => typeDigits(entry, digits)),
  fc.constant((entry: Entry) => eraseLast(entry)),
  fc.constantFrom(coffee, bun).map((item) => (entry: Entry) => addItem(entry, item)),
  fc
    .constantFrom(freeCoffee, fiveOff, tenPercent, inParts)
    .map((offer) => (entry: Entry) => chooseReward(entry, offer)),
  fc.constant((entry: Entry) => chooseVoucher(entry, freeBun)),
  fc.constantFrom(11, 12, 13, 14).map((id) => (entry: Entry) => dropReward(entry, id)),
  fc.constant((entry: Entry) => dropCustomer(entry)),
);

it('whatever is pressed, the amount is null or a whole number from 0 to the largest', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const entry = steps.reduce((state, press) => press(state), emptyEntry);
      const paid = paidAmount(entry);
      expect(paid === null || (Number.isSafeInteger(paid) && paid >= 0 && paid <= largestAmount)).toBe(true);
      for (const { quantity } of entry.lines) expect(quantity).toBeGreaterThan(0);
      expect(new Set(entry.rewards.map(({ rewardId }) => rewardId)).size).toBe(entry.rewards.length);
    }),
    { numRuns: rounds(300) },
  );
});

it('a reward chosen and put away again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.constantFrom(freeCoffee, fiveOff, tenPercent, inParts),
      (steps, offer) => {
        const before = steps.reduce((state, press) => press(state), emptyEntry);
        if (before.rewards.some(({ rewardId }) => rewardId === offer.rewardId) || before.rewards.length >= 5)
          return;
        expect(dropReward(chooseReward(before, offer), offer.rewardId)).toEqual(before);
      },
    ),
    { numRuns: rounds(300) },
  );
});
