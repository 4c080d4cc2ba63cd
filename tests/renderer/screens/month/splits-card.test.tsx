// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { orpc } from '#renderer/src/api/queries.ts';
import { periodDays, periodOf } from '#renderer/src/screens/month/period.ts';
import { SplitsCard } from '#renderer/src/screens/month/splits-card.tsx';
import type { SplitFigures } from '#shared/contract/reports.ts';
import { type GroupShares, splitByGroup } from '#shared/domain/retention/index.ts';
import { renderPart } from '#tests/support/render.tsx';

const share = (successes: number, n: number) => ({ successes, n });

/** Charig et al. 1986: both groups fall (93 to 87 %, 73 to 69 %), the total rises (78 to 83 %). */
const opposite: readonly GroupShares[] = [
  { group: 'alone', before: share(81, 87), now: share(234, 270) },
  { group: 'shared', before: share(192, 263), now: share(55, 80) },
];
const together: readonly GroupShares[] = [
  { group: 'new', before: share(40, 80), now: share(60, 80) },
  { group: 'old', before: share(50, 80), now: share(70, 80) },
];

const october = periodOf('month', '2023-10-05');

/** A split as the call answers it. */
const splitOf = (by: SplitFigures['by'], shares: readonly GroupShares[]): SplitFigures => {
  const { groups, total, opposite: isOpposite, parts } = splitByGroup(shares);
  return { by, groups: groups.map((one) => ({ ...one, label: null })), total, opposite: isOpposite, parts };
};

/** The card with the answer of a shop. */
const card = async (household: readonly GroupShares[]) => {
  const { user, cache } = await renderPart(<SplitsCard period={october} window={60} />);
  cache.setQueryData(orpc.reports.splits.queryKey({ input: { ...periodDays(october), window: 60 } }), {
    splits: [splitOf('newOrOld', together), splitOf('household', household)],
  });
  await screen.findByRole('table');
  return { user, shown: () => (screen.getByRole('region').textContent ?? '').replace(/\u00a0/g, ' ') };
};

const hint = 'Every group moved one way and the total the other: read the groups, not the total.';

describe('retention by group', () => {
  it('begins with the split that misleads, says so, and takes the difference apart', async () => {
    const { shown } = await card(opposite);
    expect(screen.getByRole('radio', { name: 'Household' })).toHaveProperty('checked', true);
    expect(shown()).toContain(hint);
    // Kitagawa's parts: together the 16 of 350 the total rose by, 4.6 points.
    expect(shown()).toMatch(
      /The groups’ own rates made −5\.4 points, the changed mix of groups \+9\.9 points\./,
    );
    expect(shown()).toContain('86.7%');
    expect(shown()).toContain('93.1%');
  });

  it('gives no such hint when groups and total go together', async () => {
    const { user, shown } = await card(
      together.map((one, at) => ({ ...one, group: at ? 'shared' : 'alone' })),
    );
    expect(screen.getByRole('radio', { name: 'New or old' })).toHaveProperty('checked', true);
    expect(shown()).not.toContain(hint);
    await user.click(screen.getByRole('radio', { name: 'Household' }));
    expect(shown()).not.toContain(hint);
  });
});
