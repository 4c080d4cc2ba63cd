// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { HintList } from '#renderer/src/screens/till/hint-list.tsx';
import type { Hint } from '#shared/contract/till.ts';
import { aShop, renderPart } from '#tests/support/render.tsx';

const note = (change: Partial<Extract<Hint, { kind: 'careNote' }>>): Hint => ({
  kind: 'careNote',
  note: 'patchTest',
  text: 'PPD, clear',
  day: '2026-04-25',
  isOld: false,
  ...change,
});

const lines = () =>
  [...document.querySelectorAll('[data-tone]')].map((line) =>
    line.textContent?.replaceAll(/\s/g, ' ').trim(),
  );

it('tells of what somebody may not read only that it is there, and whom to ask', async () => {
  await renderPart(
    <HintList
      customerId={1}
      hints={[{ kind: 'allergy', text: null }, note({ text: null }), note({ note: 'health', text: null })]}
    />,
  );
  expect(lines()).toEqual([
    'An allergy is noted. Ask a manager.',
    'Patch test 25 Apr 2026. Ask a manager.',
    'A note on skin and health. Ask a manager.',
  ]);
});

it('leaves nothing out that is told for safety, and says of an old patch test to make a new one', async () => {
  await renderPart(
    <HintList
      customerId={1}
      hints={[
        { kind: 'allergy', text: 'Hazelnut' },
        note({ isOld: true }),
        note({ note: 'health', text: 'Faints at heat' }),
        { kind: 'milestone', visits: 100 },
        { kind: 'preference', text: 'Window' },
      ]}
    />,
  );
  expect(lines()).toEqual([
    'Hazelnut',
    'The patch test of 25 Apr 2026 is old. Make a new one. PPD, clear',
    'Skin and health. Faints at heat',
  ]);
  expect(screen.queryByText('Window')).toBeNull();
});

it('tells of a birthday when it is, but not where others can read along', async () => {
  const birthday = <HintList customerId={1} hints={[{ kind: 'birthday', inDays: 1, day: '2026-11-23' }]} />;
  const { unmount } = await renderPart(birthday);
  expect(lines()).toEqual(['Birthday tomorrow.']);
  unmount();
  await renderPart(birthday, { settings: aShop({ till: { shortNames: true } }) });
  expect(lines()).toEqual(['A reason to celebrate these days.']);
});
