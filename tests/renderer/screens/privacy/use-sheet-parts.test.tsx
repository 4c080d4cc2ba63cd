// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSheetParts } from '#renderer/src/screens/privacy/use-sheet-parts.ts';
import type { DataSheet } from '#shared/contract/data-sheet.ts';
import { renderPart } from '#tests/support/render.tsx';

const sheet = (estimate: DataSheet['estimate']): DataSheet => ({
  ...{ at: 0, shopName: 'Kahvila Kaarna', careNotes: [], tags: [], sharedWith: 0, consents: [], history: [] },
  ...{ balances: [], vouchers: [], campaigns: [], interests: [], absences: [], estimatesRefused: false },
  person: {
    ...{ id: 1, name: 'Aino', phone: null, phoneDisplay: null, email: null, birthday: null, language: null },
    ...{ allergy: '', preference: '', source: null, referredByName: null, customerSince: '2026-03-01' },
    ...{ cards: [], externalRef: null },
  },
  ...{ estimate, corrections: [] },
});

const Estimated = ({ of }: { of: DataSheet }) => {
  const part = useSheetParts()(of).find(({ key }) => key === 'estimate');
  return <output>{part?.lines.map(({ what, more }) => `${what}: ${more}`).join('|')}</output>;
};

it('expects nobody who came once on a day in their data sheet, and tells a small chance as the board does', async () => {
  const once = {
    state: 'slipping' as const,
    because: 'late' as const,
    ...{ cameOnce: true, usualGapDays: 7, worryDay: null, slowing: null },
    ...{ sinceDays: 31, waitedDays: 31, lastDay: '2026-03-01', expectedDay: '2026-03-08', returns: null },
    ...{ active: 0.004, visitsAhead: null, yearValue: null },
  };
  await renderPart(<Estimated of={sheet(once)} />);
  expect(screen.getByRole('status').textContent?.replaceAll('\u00a0', ' ')).toBe(
    'Slipping: Came once, 31 days ago|Still a customer: less than 1%: ',
  );
});
