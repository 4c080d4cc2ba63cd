// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useToday } from '#renderer/src/screens/customers/use-day-words.ts';
import { useBecauseWords } from '#renderer/src/screens/follow-ups/use-because-words.ts';
import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { renderPart } from '#tests/support/render.tsx';

/** The line and the facts about somebody at risk who was here 31 days ago. */
const About = ({ over }: { over: Partial<FollowUpEntry> }) => {
  const words = useBecauseWords();
  const today = parseDay(useToday());
  if (today === null) return null;
  const [lastDay, expectedDay] = [31, 24].map((days) => formatDay(addDays(today, -days)));
  if (lastDay === undefined || expectedDay === undefined) return null;
  const { line, facts } = words({
    because: { kind: 'atRisk', lastDay, usualGap: 7, waited: 31, expectedDay },
    ...{ customerId: 1, name: 'Aino', others: [], channels: [], visits: 12, lastDay, returns: 0.004 },
    ...{ yearValue: null, tier: null, outcome: null, cameToday: false },
    ...over,
  });
  return (
    <ul>
      {[line, ...facts.map(({ label, text }) => `${label}: ${text}`)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
};

const told = async (over: Partial<FollowUpEntry>): Promise<string[]> => {
  const { unmount } = await renderPart(<About over={over} />);
  const lines = screen
    .getAllByRole('listitem')
    .map(({ textContent }) => (textContent ?? '').replaceAll('\u00a0', ' '));
  unmount();
  return lines;
};

it('expects nobody who came once on a day', async () => {
  const lines = await told({ visits: 1 });
  expect(lines).toHaveLength(4);
  expect(lines.join('|')).not.toMatch(/[Ee]xpected|late/);
  expect(lines[0]).toContain('31 days');
});

it('tells the day on which somebody with a rhythm was expected, and a small chance as the board does', async () => {
  const lines = await told({});
  expect(lines[0]).toContain('24 days late');
  expect(lines.filter((text) => text.startsWith('Expected: '))).toHaveLength(1);
  expect(lines.at(-1)).toContain('Less than 1% likely back.');
  expect((await told({ returns: 1 })).at(-1)).toContain('99% likely to come back.');
});
