import { describe, expect, it } from 'vitest';
import { isOwnFigure, ownFigures, rollForwardPart } from '#renderer/src/screens/report/figure-parts.ts';
import { monthFigures } from '#shared/domain/month-close/month-figures.ts';

const roll = { opening: 0, earned: 0, adjusted: 0, redeemed: 0, expired: 0, closing: 0 };
const frozen = monthFigures({
  ...{ S: 0, E: 0, N: 0, R: 0, kept: 0, lapsed: 0, newInPeriod: 0, seenOfS: 0, visits: 0, customers: 0 },
  ...{ frequencyMedian: null, repeaters: 0, checkIns: 0, identifiedCheckIns: 0, amount: 0 },
  ...{ identifiedAmount: 0, amountCheckIns: 0, rewardCost: 0 },
  units: [{ unitId: 7, name: 'Stamps', points: roll, cost: roll }],
}).map(({ figure }) => figure);

describe('the figures of the report', () => {
  it('are all that a close freezes: each has a name or is a cell of a roll-forward', () => {
    expect(frozen.filter(isOwnFigure)).toEqual([...ownFigures]);
    expect(frozen.filter((figure) => !isOwnFigure(figure) && rollForwardPart(figure) === null)).toEqual([]);
  });

  it('name their unit, column and whether they are money', () => {
    expect(rollForwardPart('rollForward.7.closing')).toEqual({ unitId: 7, column: 'closing', cost: false });
    expect(rollForwardPart('rollForward.7.earnedCost')).toEqual({ unitId: 7, column: 'earned', cost: true });
    expect(rollForwardPart('rollForward.7.lost')).toBeNull();
    expect(rollForwardPart('retention')).toBeNull();
  });
});
