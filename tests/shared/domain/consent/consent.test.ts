import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreedChannels,
  answerInForce,
  type ConsentAnswer,
  consentPurposes,
  contactChannels,
  mayProfile,
  usableChannels,
} from '#shared/domain/consent/consent.ts';
import { rounds } from '#tests/support/rounds.ts';

const said = (...spoken: (readonly [ConsentAnswer['purpose'], boolean])[]): ConsentAnswer[] =>
  spoken.map(([purpose, granted], index) => ({ id: index + 1, at: index, purpose, granted }));

const reach = { phone: '+358401234567', email: 'a@b.fi' };

const life = fc.array(fc.tuple(fc.constantFrom(...consentPurposes), fc.boolean()), { maxLength: 12 });

describe('the channels somebody agreed to', () => {
  it('are none until they were asked', () => {
    expect([...agreedChannels([])]).toEqual([]);
    expect([...agreedChannels(said(['membership', true], ['profiling', true]))]).toEqual([]);
  });

  it('are all by one answer, until one of them is answered later', () => {
    const answers = said(['contact', true], ['call', false]);
    expect([...agreedChannels(answers)]).toEqual(['text', 'email', 'post']);
    expect([...agreedChannels(said(['contact', true], ['call', false], ['contact', true]))]).toEqual([
      ...contactChannels,
    ]);
  });

  it('are gone with one no', () => {
    fc.assert(
      fc.property(life, (spoken) => agreedChannels(said(...spoken, ['contact', false])).size === 0),
      { numRuns: rounds(100) },
    );
  });

  it('are those whose newest answer was yes, in whatever order the answers are read', () => {
    fc.assert(
      fc.property(life, fc.infiniteStream(fc.nat()), (spoken, chance) => {
        const answers = said(...spoken);
        const mixed = answers
          .map((answer) => [chance.next().value ?? 0, answer] as const)
          .toSorted((a, b) => a[0] - b[0])
          .map(([, answer]) => answer);
        for (const channel of contactChannels) {
          const last = spoken.findLast(([purpose]) => purpose === 'contact' || purpose === channel);
          expect(agreedChannels(mixed).has(channel)).toBe(last?.[1] === true);
        }
      }),
      { numRuns: rounds(100) },
    );
  });

  it('can be used where there is a number or an address', () => {
    const yes = said(['contact', true]);
    expect([...usableChannels(yes, reach)]).toEqual(['call', 'text', 'email', 'post']);
    expect([...usableChannels(yes, { phone: null, email: null })]).toEqual(['post']);
    expect([...usableChannels(yes, { phone: null, email: 'a@b.fi' })]).toEqual(['email', 'post']);
    expect([...usableChannels(said(['email', false]), reach)]).toEqual([]);
  });
});

describe('estimates about one person', () => {
  it.each([
    ['never asked', said(), true],
    ['a member', said(['membership', true]), true],
    ['who does not want visits kept', said(['membership', true], ['membership', false]), false],
    ['who objects', said(['membership', true], ['profiling', false]), false],
    ['who agrees again', said(['profiling', false], ['profiling', true]), true],
    ['who refuses to be contacted', said(['contact', false]), true],
  ])('of somebody %s', (_who, answers, allowed) => {
    expect(mayProfile(answers)).toBe(allowed);
  });
});

it('of two answers in the same moment the later one counts', () => {
  const answers: ConsentAnswer[] = [
    { id: 2, at: 5, purpose: 'call', granted: false },
    { id: 1, at: 5, purpose: 'contact', granted: true },
  ];
  expect(answerInForce(answers, 'call')?.granted).toBe(false);
});
