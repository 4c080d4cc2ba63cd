import type { Birthday, Customer, NewCustomer } from '#shared/contract/customers.ts';

/** The form of a customer: what stands in its fields. */
export interface CustomerDraft {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly birthDay: string;
  /** "1".."12", empty = none. */
  readonly birthMonth: string;
  readonly birthYear: string;
  readonly language: string;
  readonly allergy: string;
  readonly preference: string;
  readonly source: string;
  readonly referredById: number | null;
  readonly referredByName: string;
  readonly completeLater: boolean;
  /** Asked of new people only; null = not answered. */
  readonly membership: boolean | null;
  readonly contact: boolean | null;
  readonly issueCard: boolean;
}

export const emptyDraft: CustomerDraft = {
  name: '',
  phone: '',
  email: '',
  birthDay: '',
  birthMonth: '',
  birthYear: '',
  language: '',
  allergy: '',
  preference: '',
  source: '',
  referredById: null,
  referredByName: '',
  completeLater: false,
  membership: null,
  contact: null,
  issueCard: true,
};

/** The form as it opens for somebody who is in the file. */
export const draftOf = (customer: Customer): CustomerDraft => ({
  ...emptyDraft,
  name: customer.name,
  phone: customer.phoneDisplay ?? customer.phone ?? '',
  email: customer.email ?? '',
  birthDay: customer.birthday === null ? '' : String(customer.birthday.day),
  birthMonth: customer.birthday === null ? '' : String(customer.birthday.month),
  birthYear: customer.birthday?.year == null ? '' : String(customer.birthday.year),
  language: customer.language ?? '',
  allergy: customer.allergy ?? '',
  preference: customer.preference ?? '',
  source: customer.source ?? '',
  referredById: customer.referredById,
  referredByName: customer.referredByName ?? '',
  completeLater: customer.completeLater,
});

/** Most days a month can have; February counts 29, because the year need not be known. */
const longestMonth: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

type BirthdayProblem = 'birthday' | 'year';

/** The birthday in the form: none, a date, or what is wrong with it. */
export const readBirthday = (
  draft: Pick<CustomerDraft, 'birthDay' | 'birthMonth' | 'birthYear'>,
  today: string,
): { readonly birthday: Birthday | null } | { readonly problem: BirthdayProblem } => {
  const typed = [draft.birthDay, draft.birthMonth, draft.birthYear].map((text) => text.trim());
  if (typed.every((text) => text === '')) return { birthday: null };
  const [day = 0, month = 0] = typed.map((text) => (/^\d+$/.test(text) ? Number(text) : 0));
  const longest = longestMonth[month - 1];
  if (longest === undefined || day < 1 || day > longest) return { problem: 'birthday' };
  if (typed[2] === '') return { birthday: { day, month, year: null } };
  const year = /^\d{4}$/.test(typed[2] ?? '') ? Number(typed[2]) : 0;
  const thisYear = Number(today.slice(0, 4));
  if (year < 1900 || year > thisYear) return { problem: 'year' };
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2 && day === 29 && !leap) return { problem: 'birthday' };
  return { birthday: { day, month, year } };
};

export interface DraftProblems {
  readonly name: boolean;
  readonly birthday: BirthdayProblem | null;
}

/** What must be put right before the form can be saved; the phone is judged by the program, by its country. */
export const draftProblems = (draft: CustomerDraft, today: string): DraftProblems => {
  const birthday = readBirthday(draft, today);
  return {
    name: draft.name.trim() === '',
    birthday: 'problem' in birthday ? birthday.problem : null,
  };
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const fieldsOf = (draft: CustomerDraft, today: string) => {
  const birthday = readBirthday(draft, today);
  return {
    name: draft.name.trim(),
    phone: orNull(draft.phone),
    email: orNull(draft.email),
    birthday: 'problem' in birthday ? null : birthday.birthday,
    language: orNull(draft.language),
    allergy: orNull(draft.allergy),
    preference: orNull(draft.preference),
    source: orNull(draft.source),
    referredById: draft.referredById,
    completeLater: draft.completeLater,
  };
};

export type CustomerChanges = Partial<ReturnType<typeof fieldsOf>>;

/** Only the fields that differ from what is in the file, so that two people editing do not undo each other. */
export const changesOf = (customer: Customer, draft: CustomerDraft, today: string): CustomerChanges => {
  const before = fieldsOf(draftOf(customer), today);
  const after = fieldsOf(draft, today);
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof typeof before]),
  );
  return Object.fromEntries(changed) as CustomerChanges;
};

/**
 * A new person as the contract takes it, or null when they did not agree to be kept. The question about contact
 * is left out when it was not answered, which counts as no.
 */
export const newCustomerOf = (draft: CustomerDraft, today: string): NewCustomer | null =>
  draft.membership === true
    ? {
        ...fieldsOf(draft, today),
        issueCard: draft.issueCard,
        consents: [
          { purpose: 'membership', granted: true },
          ...(draft.contact === null ? [] : [{ purpose: 'contact' as const, granted: draft.contact }]),
        ],
      }
    : null;
