import fc from 'fast-check';
import { expect, it } from 'vitest';
import { followUpChannels } from '#shared/domain/follow-ups/reasons.ts';
import { waysInOrder, withWayMoved } from '#shared/domain/playbooks/playbook.ts';
import { rounds } from '#tests/support/rounds.ts';

it('has every way once, those of the playbook first', () => {
  expect(waysInOrder(['post', 'call'])).toEqual(['post', 'call', 'text', 'email', 'inPerson']);
  expect(waysInOrder([])).toEqual(followUpChannels);
});

it('moves one way a place and no further than the end, and moving it back undoes it', () => {
  expect(withWayMoved(['call', 'text', 'email'], 'text', -1)).toEqual(['text', 'call', 'email']);
  expect(withWayMoved(['call', 'text', 'email'], 'text', 1)).toEqual(['call', 'email', 'text']);
  const anyOrder = fc.shuffledSubarray([...followUpChannels], { minLength: 1 });
  fc.assert(
    fc.property(anyOrder, fc.constantFrom(...followUpChannels), fc.constantFrom(-1, 1), (ways, way, by) => {
      const moved = withWayMoved(ways, way, by === 1 ? 1 : -1);
      expect([...moved].sort()).toEqual([...ways].sort());
      const last = by === 1 ? ways.length - 1 : 0;
      const stays = !ways.includes(way) || ways.indexOf(way) === last;
      expect(moved.indexOf(way)).toBe(stays ? ways.indexOf(way) : ways.indexOf(way) + by);
      if (!stays) expect(withWayMoved(moved, way, by === 1 ? -1 : 1)).toEqual(ways);
    }),
    { numRuns: rounds(100) },
  );
});
