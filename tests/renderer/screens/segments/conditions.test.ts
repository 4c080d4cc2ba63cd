import { describe, expect, it } from 'vitest';
import { conditionKinds, conditionsOf, newCondition } from '#renderer/src/screens/segments/conditions.ts';
import { segmentFilter } from '#shared/contract/segment-filter.ts';

describe('conditionsOf', () => {
  it('gives back what the builder made, as the contract takes it', () => {
    const of = conditionKinds.map(newCondition);
    expect(conditionsOf(segmentFilter.parse({ kind: 'all', of }))).toEqual(of);
  });

  it('leaves alone what the builder cannot show', () => {
    expect(conditionsOf({ kind: 'customers', ids: [1] })).toBeNull();
    expect(conditionsOf({ kind: 'all', of: [{ kind: 'customers', ids: [1] }] })).toBeNull();
    expect(conditionsOf({ kind: 'any', of: [] })).toBeNull();
  });
});
