import { describe, expect, it } from 'vitest';
import { checkInOffer } from '#renderer/src/screens/till/check-in-offer.ts';
import { reduceTill } from '#renderer/src/screens/till/reduce-till.ts';
import {
  aBalance,
  aCard,
  aWorld,
  choose,
  digits,
  freeCoffee,
  olli,
  submit,
  tillAfter,
  typed,
  written,
} from './till-builders.ts';

const card = aCard({
  balances: [aBalance({ unitId: 6, kind: 'points', name: '', carryNum: 1, carryDen: 2 })],
});

const world = aWorld();
const gained = (stamps: number, points: number) => ({
  byUnit: new Map([
    [5, stamps],
    [6, points],
  ]),
  stamps,
  points,
});

describe('checkInOffer', () => {
  it('promises what the rules give, with the remainder carried so far', () => {
    const till = tillAfter(choose(), typed('860'));
    expect(checkInOffer(till, card, world)).toEqual({
      label: 'checkIn',
      isEnabled: true,
      gains: gained(1, 9),
      isNameless: false,
    });
    expect(checkInOffer(till, aCard(), world).gains).toEqual(gained(1, 8));
  });

  it('promises no points where no amount is asked', () => {
    const never = { ...world, asksAmount: false };
    expect(checkInOffer(tillAfter(choose(), digits('860')), card, never).gains).toMatchObject({
      stamps: 1,
      points: 0,
    });
  });

  it('knows the caps of the day, the tier and the bonus window', () => {
    const rich = aWorld({
      points: { points: 1, per: 100, minAmount: 0, excluded: [], perItem: [], dailyCap: 40 },
      bonuses: [
        {
          id: 1,
          name: 'Tuesday double',
          weekdays: [2],
          hours: null,
          firstDay: null,
          lastDay: null,
          factor: { num: 2, den: 1 },
          applies: 'points',
        },
      ],
      tiers: {
        basis: 'visits',
        window: { kind: 'rolling', days: 90 },
        graceDays: 30,
        levels: [{ id: 9, name: 'Gold', from: 0, benefits: '', factor: { num: 3, den: 2 } }],
      },
    });
    const till = tillAfter(choose(), typed('1000'));
    const gold = aCard({ earning: { ...aCard().earning, tierId: 9 } });
    // 10 euros, doubled, half as many again.
    expect(checkInOffer(till, gold, rich).gains?.points).toBe(30);
    const late = aCard({
      earning: {
        ...gold.earning,
        earnedToday: [
          { unitId: 5, amount: 2 },
          { unitId: 6, amount: 25 },
        ],
      },
    });
    expect(checkInOffer(till, late, rich).gains).toMatchObject({ stamps: 0, points: 15 });
  });

  it('counts gifts that come with the visit, and leaves out pieces that are given', () => {
    const giving = aWorld({
      stampCards: [
        {
          unitId: 5,
          name: 'Coffee card',
          size: 10,
          stamps: 1,
          on: { kind: 'items', scopes: [{ kind: 'category', category: 'Coffee' }] },
          perDay: null,
        },
      ],
      gifts: {
        signUp: { unitId: 5, amount: 2 },
        referral: { referrer: { unitId: 6, amount: 50 }, friend: { unitId: 6, amount: 20 } },
        birthday: null,
        milestones: [{ visits: 42, gift: { unitId: 6, amount: 100 } }],
      },
    });
    const coffee = { itemId: 1, name: 'Filter coffee', unitPrice: 320 };
    const two = tillAfter(choose(), { type: 'addItem', item: coffee }, { type: 'addItem', item: coffee });
    expect(checkInOffer(two, aCard(), giving).gains).toMatchObject({ stamps: 2, points: 106 });
    const free = reduceTill(two, { type: 'useReward', offer: freeCoffee });
    expect(checkInOffer(free, aCard(), giving).gains).toMatchObject({ stamps: 1, points: 103 });
    const second = aCard({
      earning: { ...aCard().earning, visitNumber: 2, referredById: olli.customerId },
    });
    expect(checkInOffer(two, second, giving).gains?.points).toBe(26);
    const form = tillAfter({ type: 'addItem', item: coffee }, { type: 'newCustomer' });
    expect(checkInOffer(form, undefined, giving).gains).toMatchObject({ stamps: 3, points: 3 });
  });

  it('says so when they were here today', () => {
    const here = aCard({ hints: [{ kind: 'hereToday', at: 0, amount: 900, staffName: 'Mira' }] });
    expect(checkInOffer(tillAfter(choose()), here, world).label).toBe('again');
  });

  it('is a walk-in sale without a customer, once there is something to sell', () => {
    expect(checkInOffer(tillAfter(), undefined, world)).toMatchObject({
      label: 'checkIn',
      isEnabled: false,
    });
    expect(checkInOffer(tillAfter(digits('480')), undefined, world)).toMatchObject({
      label: 'walkIn',
      isEnabled: true,
      gains: null,
    });
    expect(checkInOffer(tillAfter({ type: 'walkIn' }), undefined, world).isEnabled).toBe(true);
  });

  it('tells what becomes of a new customer who does not want to be kept', () => {
    const form = tillAfter(digits('700'), { type: 'newCustomer' });
    expect(checkInOffer(form, undefined, world).gains).toEqual(gained(1, 7));
    const no = reduceTill(form, { type: 'fillForm', fields: { membership: 'no' } });
    expect(checkInOffer(no, undefined, world)).toMatchObject({
      label: 'walkIn',
      isNameless: true,
      gains: null,
    });
  });

  it('waits while somebody is searched or a receipt is shown', () => {
    expect(checkInOffer(tillAfter(typed('a')), undefined, world).isEnabled).toBe(false);
    const receipt = tillAfter(choose(), typed('900'), submit(), written());
    expect(checkInOffer(receipt, undefined, world).isEnabled).toBe(false);
  });
});
