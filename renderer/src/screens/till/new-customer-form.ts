import type { Birthday, NewCustomer } from '#shared/contract/customers.ts';
import { emptyForm, type NewCustomerForm } from './till-panels.ts';

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a birthday typed as day and month, with or without the year: "4.11.", "4/11/1990", "04-11". Null for
 * an empty text, 'wrong' for what is not a date.
 */
export const readBirthday = (typed: string): Birthday | null | 'wrong' => {
  const text = typed.trim();
  if (text === '') return null;
  const match = /^(\d{1,2})[.\-/ ]\s*(\d{1,2})[.\-/ ]?(?:\s*(\d{4}))?$/.exec(text);
  if (match === null) return 'wrong';
  const [day, month] = [Number(match[1]), Number(match[2])];
  const year = match[3] === undefined ? null : Number(match[3]);
  const longest = daysOfMonth[month - 1];
  if (longest === undefined || day < 1 || day > longest) return 'wrong';
  if (year !== null && (year < 1900 || year > 2100)) return 'wrong';
  const isLeap = year === null || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day === 29 && month === 2 && !isLeap ? 'wrong' : { day, month, year };
};

/** What was typed into the search becomes the name or, when it is a number, the phone. */
export const formFromQuery = (query: string, cardCode: string | null): NewCustomerForm => {
  const text = query.trim();
  if (/^[\d\s+()-]+$/.test(text) && /\d/.test(text)) return { ...emptyForm, phone: text, cardCode };
  return { ...emptyForm, name: capitalised(text), cardCode };
};

/** Names typed in lower case for the search get their capitals; anything else stays as it was typed. */
const capitalised = (name: string): string =>
  name === name.toLowerCase()
    ? name.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : name;

/** The person to be saved, or null when they did not agree to be kept. Assumes a readable birthday. */
export const newCustomerOf = (form: NewCustomerForm): NewCustomer | null => {
  if (form.membership !== 'yes') return null;
  const phone = form.phone.trim();
  const birthday = readBirthday(form.birthday);
  return {
    name: form.name.trim(),
    phone: phone === '' ? null : phone,
    birthday: birthday === 'wrong' ? null : birthday,
    referredById: form.referredBy?.customerId ?? null,
    cardCode: form.cardCode,
    consents: [
      { purpose: 'membership', granted: true },
      ...(form.contact === null ? [] : [{ purpose: 'contact' as const, granted: form.contact === 'yes' }]),
    ],
    completeLater: phone === '' && form.cardCode === null,
  };
};
