import { describe, expect, test } from 'vitest';
import {
  type CustomerRow,
  cadenceOf,
  fitVisitModel,
  type RiskShop,
  riskOf,
  shopGapWeeks,
  summariseVisits,
  type VisitModel,
} from '#shared/domain/prediction/index.ts';

const today = 20_000;

/** A salon of people who come every four weeks or so. */
const model: VisitModel = {
  kind: 'model',
  standing: 'full',
  family: 'MBG',
  k: 5,
  r: 6.5,
  alpha: 7.15,
  a: 0.58,
  b: 3.48,
  logLikelihood: 0,
  penalisedLogLikelihood: 0,
  penalisedByK: [],
  typicalGapWeeks: 4,
  customers: 150,
};
const shop: RiskShop = { model, gapWeeks: 4, use: 'model' };
const noModel: RiskShop = {
  model: { kind: 'none', reason: 'fewCustomers', typicalGapWeeks: 4 },
  gapWeeks: 4,
  use: 'model',
};

/** Somebody with these gaps in days, last seen so many days ago. */
function customer(gaps: readonly number[], since: number): CustomerRow {
  let day = today - since - gaps.reduce((sum, gap) => sum + gap, 0);
  const log = [{ customerId: 1, day }];
  for (const gap of gaps) {
    day += gap;
    log.push({ customerId: 1, day });
  }
  const [row] = summariseVisits(log, today);
  if (!row) throw new Error('nobody');
  return row;
}

const steady = [28, 27, 29, 28, 28, 28];

describe('risk by the model', () => {
  test('on track up to the day that was expected', () => {
    const risk = riskOf(customer(steady, 20), shop, today);
    expect(risk).toMatchObject({ state: 'onTrack', because: 'inTime', usualGapDays: 28, sinceDays: 20 });
    expect(risk.expectedDay).toBeGreaterThan(today);
    expect(risk.worryDay).toBeGreaterThan(risk.expectedDay);
  });

  test('then slipping, then at risk, and never back without a visit', () => {
    const order = ['onTrack', 'slipping', 'atRisk'];
    const states = Array.from({ length: 200 }, (_, since) => riskOf(customer(steady, since), shop, today));
    const ranks = states.map(({ state }) => order.indexOf(state));
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2]));
    for (const [index, rank] of ranks.entries()) {
      expect(rank).toBeGreaterThanOrEqual(Math.max(...ranks.slice(0, index + 1)));
    }
  });

  test('at risk from the day of the worry on', () => {
    const { worryDay } = riskOf(customer(steady, 20), shop, today);
    if (worryDay === null) throw new Error('no day');
    const at = (day: number) => riskOf({ ...customer(steady, 20), lastDay: today - 20 }, shop, day).state;
    expect(at(worryDay - 2)).not.toBe('atRisk');
    expect(at(worryDay + 1)).toBe('atRisk');
  });

  test('slowing shows before anybody is late', () => {
    const risk = riskOf(customer([28, 28, 27, 28, 45, 44, 46], 10), shop, today);
    expect(risk).toMatchObject({ state: 'slipping', because: 'slowing' });
    expect(risk.slowing).toEqual({ recentGapDays: 45, earlierGapDays: 28 });
  });

  test('closed weeks and announced absences stop the clock', () => {
    const row = customer(steady, 70);
    expect(riskOf(row, shop, today).state).not.toBe('onTrack');
    const away = [{ from: today - 60, to: today - 5 }];
    const risk = riskOf(row, shop, today, away);
    expect(risk).toMatchObject({ state: 'onTrack', sinceDays: 70, waitedDays: 14 });
    expect(risk.expectedDay).toBe(riskOf(row, shop, today).expectedDay + 56);
  });

  test('somebody who came once is new until the next visit was to be expected', () => {
    expect(riskOf(customer([], 3), shop, today).state).toBe('new');
    expect(riskOf(customer([], 300), shop, today).state).toBe('atRisk');
  });
});

describe('under the cut-offs', () => {
  test.for([
    noModel,
    { ...shop, use: 'cadence' },
    { ...shop, model: { ...model, standing: 'rough' } },
  ] as const)('late for them is all that is said, without a probability', (plain) => {
    expect(riskOf(customer(steady, 20), plain, today)).toMatchObject({ state: 'onTrack', active: null });
    expect(riskOf(customer(steady, 90), plain, today)).toMatchObject({ state: 'late', active: null });
    expect(riskOf(customer([], 10), plain, today)).toMatchObject({ state: 'new', active: null });
    expect(riskOf(customer(steady, 90), plain, today, [{ from: today - 80, to: today }]).state).toBe(
      'onTrack',
    );
  });

  test('the cadence of one and of many visits', () => {
    const state = (since: number) => cadenceOf(customer(steady, since), 4, since / 7).state;
    expect([20, 33, 34, 55, 60, 80, 100].map(state)).toEqual([
      'onTime',
      'onTime',
      'late',
      'late',
      'overdue',
      'overdue',
      'lost',
    ]);
    expect(cadenceOf(customer([], 10), 4, 10 / 7)).toMatchObject({ state: 'new', gapWeeks: 4 });
  });

  test('before ten gaps a shop has the gap of its kind', () => {
    expect(shopGapWeeks([customer([14, 14], 1)], 'barber')).toBe(4);
    expect(
      shopGapWeeks(
        Array.from({ length: 5 }, () => customer([14, 14], 1)),
        'barber',
      ),
    ).toBe(2);
    expect(fitVisitModel([customer([14, 14], 1)]).kind).toBe('none');
  });
});
