// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { IssueRows } from '#renderer/src/screens/loyalty/editor/issue-rows.tsx';
import { type IssuePlace, issuesAt, mayStart } from '#renderer/src/screens/loyalty/editor/issues-at.ts';
import { programmeIssue } from '#shared/contract/loyalty.ts';
import { checkProgramme } from '#shared/domain/loyalty/check-programme.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import {
  aBonus,
  aLevel,
  aPointsRule,
  aProgramme,
  aReward,
  dayOf,
} from '#tests/shared/domain/loyalty/programmes.ts';
import { renderPart } from '#tests/support/render.tsx';

const plain = aProgramme();
const days = { firstDay: dayOf('2026-03-02'), lastDay: dayOf('2026-03-01') };
const tiersFrom = (...from: number[]): ProgrammeRules['tiers'] => ({
  basis: 'visits',
  window: { kind: 'rolling', days: 90 },
  graceDays: 0,
  levels: from.map((each, index) => aLevel({ id: index + 1, name: `Tier ${index}`, from: each })),
});
const reward = { kind: 'reward', id: 1 } as const;

const faults: readonly (readonly [string, ProgrammeRules, IssuePlace, string])[] = [
  [
    'nothing earned',
    { ...plain, points: null, stampCards: [], rewards: [] },
    { kind: 'earning' },
    'Turn one of them on',
  ],
  [
    'a cap of nothing',
    { ...plain, points: aPointsRule({ dailyCap: 0 }) },
    { kind: 'earning' },
    'The most of one day must be at least one',
  ],
  [
    'a reward in what is not given',
    { ...plain, rewards: [aReward({ unitId: 77 })] },
    reward,
    'something the programme does not give',
  ],
  ['reward dates', { ...plain, rewards: [aReward(days)] }, reward, 'The last day is before the first one'],
  [
    'a tier that is gone',
    { ...plain, rewards: [aReward({ tierId: 5 })] },
    reward,
    'a tier that is not there',
  ],
  ['a far reward', { ...plain, rewards: [aReward({ price: 2000 })] }, reward, 'this takes 250 visits'],
  [
    'a reward never reached',
    { ...plain, points: aPointsRule({ minAmount: 900 }) },
    reward,
    'never reach this',
  ],
  ['a dear reward', { ...plain, giveBackLimit: 100 }, reward, 'more than your limit of 1.0%'],
  [
    'a reward without its cost',
    { ...plain, rewards: [aReward({ cost: 0 })] },
    reward,
    'What does this cost you?',
  ],
  ['bonus dates', { ...plain, bonuses: [aBonus(days)] }, { kind: 'bonus', id: 1 }, 'The last day is before'],
  [
    'a bonus of nothing',
    { ...plain, bonuses: [aBonus({ factor: { num: 1, den: 1 } })] },
    { kind: 'bonus', id: 1 },
    'never gives anybody more',
  ],
  [
    'tiers that do not rise',
    { ...plain, tiers: tiersFrom(0, 10, 10) },
    { kind: 'tier', id: 3 },
    'harder to reach',
  ],
  [
    'a gift in what is not given',
    { ...plain, gifts: { ...plain.gifts, signUp: { unitId: 77, amount: 2 } } },
    { kind: 'gifts' },
    'For joining: this gift',
  ],
];

const issuesOf = (rules: ProgrammeRules, held: readonly { unitId: number; name: string }[] = []) =>
  checkProgramme(rules, 800, held).map((issue) => programmeIssue.parse(issue));

describe('what is wrong with a draft', () => {
  it.each(faults)('is said where it is typed: %s', async (_, rules, place, words) => {
    await renderPart(<IssueRows issues={issuesOf(rules)} rules={rules} place={place} />);
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent?.replace(/\u00a0/g, ' '));
    expect(said).toEqual([expect.stringContaining(words)]);
  });

  it('is told at both of two bonus times that overlap, each naming the other', async () => {
    const rules = { ...plain, bonuses: [aBonus({ name: 'Tuesdays' }), aBonus({ id: 2, name: 'Mornings' })] };
    const issues = issuesOf(rules);
    await renderPart(
      <>
        <IssueRows issues={issues} rules={rules} place={{ kind: 'bonus', id: 1 }} />
        <IssueRows issues={issues} rules={rules} place={{ kind: 'bonus', id: 2 }} />
      </>,
    );
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('overlaps with “Mornings”'),
      expect.stringContaining('overlaps with “Tuesdays”'),
    ]);
  });

  it('names what people hold and could not use any more', async () => {
    const rules = { ...plain, stampCards: [], rewards: [aReward()] };
    const issues = issuesOf(rules, [{ unitId: 2, name: 'Coffee card' }]);
    await renderPart(<IssueRows issues={issues} rules={rules} place={{ kind: 'earning' }} />);
    screen.getByText(/People hold stamps on “Coffee card”, but no reward takes them/);
    expect(mayStart(issues)).toBe(false);
  });

  it('keeps a draft from starting only where it is red', () => {
    expect(mayStart(issuesOf({ ...plain, rewards: [aReward({ price: 2000 })] }))).toBe(true);
    expect(mayStart(issuesOf({ ...plain, tiers: tiersFrom(0, 10, 10) }))).toBe(false);
    expect(issuesAt(issuesOf(plain), { kind: 'earning' })).toEqual([]);
  });
});
