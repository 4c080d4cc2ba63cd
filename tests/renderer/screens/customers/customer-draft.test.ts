import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesOf,
  draftOf,
  draftProblems,
  emptyDraft,
  newCustomerOf,
  readBirthday,
} from '#renderer/src/screens/customers/customer-draft.ts';
import { type Customer, newCustomer } from '#shared/contract/customers.ts';
import { rounds } from '#tests/support/rounds.ts';

const today = '2026-11-03';
const aino: Customer = {
  id: 7,
  name: 'Aino Mäkelä',
  phone: '+358405124417',
  phoneDisplay: '040 5124417',
  email: null,
  birthday: { day: 14, month: 11, year: null },
  language: 'fi',
  allergy: 'Hazelnut',
  allergyHidden: false,
  preference: null,
  source: null,
  referredById: null,
  referredByName: null,
  customerSince: '2025-03-12',
  completeLater: false,
  cards: [],
  consents: [],
  household: [],
  merged: [],
  mergedIntoId: null,
  erasedAt: null,
  externalRef: null,
};

const birthday = (birthDay: string, birthMonth: string, birthYear = '') =>
  readBirthday({ birthDay, birthMonth, birthYear }, today);

describe('a birthday in the form', () => {
  it('may be missing, or lack its year', () => {
    expect(birthday('', '', ' ')).toEqual({ birthday: null });
    expect(birthday('29', '2')).toEqual({ birthday: { day: 29, month: 2, year: null } });
    expect(birthday('3', '1', '1984')).toEqual({ birthday: { day: 3, month: 1, year: 1984 } });
  });

  it.each([
    ['31', '4', ''],
    ['30', '2', ''],
    ['0', '5', ''],
    ['', '5', ''],
    ['5', '', ''],
    ['x', '5', ''],
    ['29', '2', '2023'],
    ['29', '2', '1900'],
  ])('is no date: %s.%s.%s', (day, month, year) => {
    expect(birthday(day, month, year)).toEqual({ problem: 'birthday' });
  });

  it.each(['1899', '2027', '84', 'abcd'])('has no such year: %s', (year) => {
    expect(birthday('5', '5', year)).toEqual({ problem: 'year' });
  });

  it('takes every real date since 1900 and gives it back', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (each) => {
        const [year, month, day] = [each.getUTCFullYear(), each.getUTCMonth() + 1, each.getUTCDate()];
        expect(birthday(String(day), String(month), String(year))).toEqual({
          birthday: { day, month, year },
        });
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('the form of somebody known', () => {
  it('changes nothing when nothing was changed', () => {
    expect(changesOf(aino, draftOf(aino), today)).toEqual({});
  });

  it('sends only what was changed', () => {
    const draft = { ...draftOf(aino), name: ' Aino Virtanen ', allergy: '', birthYear: '1990' };
    expect(changesOf(aino, draft, today)).toEqual({
      name: 'Aino Virtanen',
      allergy: null,
      birthday: { day: 14, month: 11, year: 1990 },
    });
  });

  it('asks for a name and a real birthday', () => {
    expect(draftProblems({ ...draftOf(aino), name: '  ' }, today)).toEqual({ name: true, birthday: null });
    expect(draftProblems({ ...draftOf(aino), birthDay: '31' }, today)).toEqual({
      name: false,
      birthday: 'birthday',
    });
  });
});

describe('a new person', () => {
  it('is what the contract takes, with unanswered questions left out', () => {
    const input = newCustomerOf({ ...emptyDraft, name: 'Nurcan', membership: true }, today);
    expect(newCustomer.parse(input)).toEqual(input);
    expect(input?.consents).toEqual([{ purpose: 'membership', granted: true }]);
    expect(input?.issueCard).toBe(true);
  });

  it.each([false, null])('is not kept without the permission to (%s)', (membership) => {
    expect(newCustomerOf({ ...emptyDraft, name: 'Nurcan', membership, contact: false }, today)).toBeNull();
  });
});
