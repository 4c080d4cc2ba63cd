import { describe, expect, test } from 'vitest';
import { expectedVisitsOfNewcomer } from '#shared/domain/prediction/future-visits.ts';
import {
  expectedVisits,
  type Family,
  probabilityActive,
  probabilityOfReturn,
} from '#shared/domain/prediction/index.ts';
import { VisitLikelihood } from '#shared/domain/prediction/visit-likelihood.ts';
import { visitTable } from '#shared/domain/prediction/visit-table.ts';
import { readReference } from '#tests/support/reference.ts';
import { hypergeometric } from './hypergeometric.ts';

interface Spot {
  readonly model: 'bg' | 'mbg';
  readonly k: number;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly t: number;
  readonly litt: number;
  readonly loglik: number;
  readonly p_alive: number;
  readonly expected_future: number;
  readonly p_active: number;
  readonly expected_new_customer: number;
}

const { spots } = JSON.parse(readReference('spot_values.json')) as { spots: readonly Spot[] };

const near = (found: number, wanted: number) =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(Math.max(1e-12, Math.abs(wanted) * 1e-8));

const theta = ({ r, alpha, a, b }: Spot) => Float64Array.of(r, alpha, a, b).map(Math.log);

describe('values at given parameters', () => {
  test('there are twenty', () => expect(spots).toHaveLength(20));

  for (const [index, spot] of spots.entries()) {
    const family: Family = spot.model === 'bg' ? 'BG' : 'MBG';
    const model = { family, k: spot.k, r: spot.r, alpha: spot.alpha, a: spot.a, b: spot.b };
    const row = {
      repeatVisits: spot.x,
      recencyWeeks: spot.t_x,
      ageWeeks: spot.T,
      sumLogGaps: spot.litt,
    };
    const likelihood = new VisitLikelihood(visitTable([row]), {
      family,
      k: spot.k,
      priorGapWeeks: null,
    });

    test(`${index + 1}: ${family}, k = ${spot.k}, x = ${spot.x}`, () => {
      near(likelihood.logLikelihood(theta(spot), new Float64Array(4)), spot.loglik);
      near(probabilityActive(model, row), spot.p_alive);
      near(expectedVisits(model, row, spot.t), spot.expected_future);
      near(probabilityOfReturn(model, row, spot.t), spot.p_active);
      near(expectedVisitsOfNewcomer(model, spot.t), spot.expected_new_customer);
    });

    test(`${index + 1}: the gradient is that of the likelihood`, () => {
      const gradient = new Float64Array(4);
      likelihood.logLikelihood(theta(spot), gradient);
      for (let i = 0; i < 4; i += 1) {
        const at = (step: number) =>
          likelihood.logLikelihood(
            theta(spot).map((value, j) => (i === j ? value + step : value)),
            new Float64Array(4),
          );
        const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
        expect(Math.abs((gradient[i] ?? Number.NaN) - slope)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
      }
    });

    if (spot.k === 1) {
      test(`${index + 1}: the published closed form agrees with the series`, () => {
        const stays = spot.b + spot.x + (family === 'MBG' ? 1 : 0);
        const [n, end, t] = [spot.r + spot.x, spot.alpha + spot.T, spot.t];
        const z = t / (end + t);
        const closed =
          ((spot.a + stays - 1) / (spot.a - 1)) *
          (1 - (end / (end + t)) ** n * hypergeometric(n, stays, spot.a + stays - 1, z)) *
          spot.p_alive;
        near(expectedVisits(model, row, t), closed);
      });
    }
  }
});

describe('the first forecasts of all', () => {
  test('no time brings no visit', () => {
    const model = { family: 'MBG', k: 2, r: 1, alpha: 1, a: 1, b: 2 } as const;
    const row = { repeatVisits: 3, recencyWeeks: 6, ageWeeks: 8, sumLogGaps: 2 };
    expect(expectedVisits(model, row, 0)).toBe(0);
    expect(probabilityOfReturn(model, row, 0)).toBe(0);
  });

  test('a published value: 1.226 visits in 39 weeks', () => {
    const model = { family: 'BG', k: 1, r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;
    const row = { repeatVisits: 2, recencyWeeks: 30.43, ageWeeks: 38.86, sumLogGaps: 3.5 };
    expect(expectedVisits(model, row, 39)).toBeCloseTo(1.226, 3);
  });
});
