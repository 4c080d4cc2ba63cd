// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useToday } from '#renderer/src/screens/customers/use-day-words.ts';
import { useOutlookWords } from '#renderer/src/screens/risk/outlook-words.ts';
import type { Outlook } from '#shared/contract/outlook.ts';
import { addDays, type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import type { Language } from '#shared/i18n/language.ts';
import { aShop, renderPart } from '#tests/support/render.tsx';

const ago = (today: BusinessDay, days: number): string => formatDay(addDays(today, -days));

/** Says both sentences about somebody who was here so many days ago and comes every week. */
const Said = ({ since, over }: { since: number; over: Partial<Outlook> }) => {
  const today = parseDay(useToday());
  const words = useOutlookWords();
  if (today === null) return null;
  const { expected, because } = words({
    ...{
      state: 'slipping',
      because: 'late',
      cameOnce: false,
      usualGapDays: 7,
      worryDay: null,
      slowing: null,
    },
    ...{
      sinceDays: since,
      waitedDays: since,
      lastDay: ago(today, since),
      expectedDay: ago(today, since - 7),
    },
    ...{ active: null, returns: null, visitsAhead: null, yearValue: null },
    ...over,
  });
  return <output>{`${expected} / ${because}`}</output>;
};

const said = async (language: Language, since: number, over: Partial<Outlook> = {}): Promise<string> => {
  await renderPart(<Said since={since} over={over} />, { settings: aShop({ shop: { language } }) });
  const text = screen.getByRole('status').textContent ?? '';
  cleanup();
  return text.replaceAll('\u00a0', ' ');
};

it('expects nobody who came once on a day, and says when they were here', async () => {
  for (const state of ['new', 'onTrack', 'slipping', 'atRisk', 'late'] as const) {
    const once = { cameOnce: true, state };
    expect(await said('en', 0, once)).toBe('Came for the first time today / null');
    expect(await said('en', 1, once)).toBe('Came once, one day ago / null');
    expect(await said('en', 31, once)).toBe('Came once, 31 days ago / null');
  }
  expect(await said('fi', 31, { cameOnce: true })).toBe('Käynyt kerran, 31 pv sitten / null');
});

it('says of everybody else how late they are for their own rhythm', async () => {
  expect(await said('en', 10)).toMatch(/^Expected .+, 3 days late \/ Usually every 7 days, now 10$/);
});

it('says a slower rhythm as how often somebody came and comes, never more often than every day', async () => {
  const slower = (recentGapDays: number, earlierGapDays: number): Partial<Outlook> => ({
    ...{ because: 'slowing', slowing: { recentGapDays, earlierGapDays } },
  });
  const less = 'Coming less often: ';
  expect(await said('en', 10, slower(13.6, 7))).toContain(`${less}every 14 days instead of every 7 days`);
  expect(await said('en', 10, slower(2, 0.4))).toContain(`${less}every 2 days instead of every day`);
  expect(await said('fi', 10, slower(14, 1))).toContain('Käy harvemmin: 14 pv välein, ennen joka päivä');
});
