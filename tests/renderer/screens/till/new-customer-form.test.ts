import { describe, expect, it } from 'vitest';
import { formFromQuery, newCustomerOf, readBirthday } from '#renderer/src/screens/till/new-customer-form.ts';
import { emptyForm } from '#renderer/src/screens/till/till-panels.ts';

describe('readBirthday', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['4.11.', { day: 4, month: 11, year: null }],
    ['4.11', { day: 4, month: 11, year: null }],
    ['04/11/1990', { day: 4, month: 11, year: 1990 }],
    ['4. 11. 1990', { day: 4, month: 11, year: 1990 }],
    ['29.2.', { day: 29, month: 2, year: null }],
    ['29.2.2000', { day: 29, month: 2, year: 2000 }],
    ['29.2.1900', 'wrong'],
    ['31.4.', 'wrong'],
    ['0.5.', 'wrong'],
    ['5.13.', 'wrong'],
    ['tomorrow', 'wrong'],
    ['4.11.90', 'wrong'],
  ])('%j', (typed, expected) => {
    expect(readBirthday(typed)).toEqual(expected);
  });
});

describe('formFromQuery', () => {
  it('takes over a name with its capitals, a number as the phone', () => {
    expect(formFromQuery('veikko pulkkinen', null)).toMatchObject({ name: 'Veikko Pulkkinen', phone: '' });
    expect(formFromQuery('McAdam', null).name).toBe('McAdam');
    expect(formFromQuery('aino-kaisa ', null).name).toBe('Aino-Kaisa');
    expect(formFromQuery('040 618 2', '7340021')).toMatchObject({
      name: '',
      phone: '040 618 2',
      cardCode: '7340021',
    });
  });
});

describe('newCustomerOf', () => {
  const form = { ...emptyForm, name: ' Veikko ', phone: ' 040 618 2222 ' };

  it('keeps nobody who was not asked or said no', () => {
    expect(newCustomerOf(form)).toBeNull();
    expect(newCustomerOf({ ...form, membership: 'no' })).toBeNull();
  });

  it('sends the answers that were given', () => {
    expect(newCustomerOf({ ...form, membership: 'yes', contact: 'no', birthday: '4.11.' })).toEqual({
      name: 'Veikko',
      phone: '040 618 2222',
      birthday: { day: 4, month: 11, year: null },
      referredById: null,
      cardCode: null,
      consents: [
        { purpose: 'membership', granted: true },
        { purpose: 'contact', granted: false },
      ],
      completeLater: false,
    });
  });

  it('remembers to ask for the rest when neither phone nor card would find them again', () => {
    expect(newCustomerOf({ ...emptyForm, name: 'Veikko', membership: 'yes' })?.completeLater).toBe(true);
  });
});
