import { describe, expect, it } from 'vitest';
import { checkInOffer } from '#renderer/src/screens/till/check-in-offer.ts';
import { reduceTill } from '#renderer/src/screens/till/reduce-till.ts';
import { initialTill } from '#renderer/src/screens/till/till-state.ts';
import type { Programme } from '#shared/contract/loyalty.ts';
import {
  aBalance,
  aCard,
  choose,
  digits,
  rules,
  submit,
  tillAfter,
  typed,
  written,
} from './till-builders.ts';

const programme: Programme = {
  versionId: 1,
  number: 1,
  effectiveFrom: '2026-01-01',
  pointsUnitId: 6,
  points: { points: 1, per: 100 },
  stamps: { unitId: 5, name: 'Coffee card', size: 10, stampsPerVisit: 1 },
  rewards: [],
};

const card = aCard({
  balances: [aBalance({ unitId: 6, kind: 'points', name: '', carryNum: 1, carryDen: 2 })],
});

describe('checkInOffer', () => {
  it('promises what the rules give, with the remainder carried so far', () => {
    const till = tillAfter(choose(), typed('860'));
    expect(checkInOffer(till, card, programme)).toEqual({
      label: 'checkIn',
      isEnabled: true,
      gains: { stamps: 1, points: 9 },
      isNameless: false,
    });
    expect(checkInOffer(till, aCard(), programme).gains).toEqual({ stamps: 1, points: 8 });
  });

  it('promises no points where no amount is asked', () => {
    const never = [choose(), digits('860')].reduce(
      reduceTill,
      initialTill({ ...rules, amountRule: 'never' }),
    );
    expect(checkInOffer(never, card, programme).gains).toEqual({ stamps: 1, points: 0 });
  });

  it('says so when they were here today', () => {
    const here = aCard({ hints: [{ kind: 'hereToday', at: 0, amount: 900, staffName: 'Mira' }] });
    expect(checkInOffer(tillAfter(choose()), here, programme).label).toBe('again');
  });

  it('is a walk-in sale without a customer, once there is something to sell', () => {
    expect(checkInOffer(tillAfter(), undefined, programme)).toMatchObject({
      label: 'checkIn',
      isEnabled: false,
    });
    expect(checkInOffer(tillAfter(digits('480')), undefined, programme)).toMatchObject({
      label: 'walkIn',
      isEnabled: true,
      gains: null,
    });
    expect(checkInOffer(tillAfter({ type: 'walkIn' }), undefined, programme).isEnabled).toBe(true);
  });

  it('tells what becomes of a new customer who does not want to be kept', () => {
    const form = tillAfter(digits('700'), { type: 'newCustomer' });
    expect(checkInOffer(form, undefined, programme).gains).toEqual({ stamps: 1, points: 7 });
    const no = reduceTill(form, { type: 'fillForm', fields: { membership: 'no' } });
    expect(checkInOffer(no, undefined, programme)).toMatchObject({
      label: 'walkIn',
      isNameless: true,
      gains: null,
    });
  });

  it('waits while somebody is searched or a receipt is shown', () => {
    expect(checkInOffer(tillAfter(typed('a')), undefined, programme).isEnabled).toBe(false);
    const receipt = tillAfter(choose(), typed('900'), submit(), written());
    expect(checkInOffer(receipt, undefined, programme).isEnabled).toBe(false);
  });
});
