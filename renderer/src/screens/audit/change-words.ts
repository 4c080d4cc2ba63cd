import type { TFunction } from 'i18next';
import type { LogEntry } from '#shared/contract/audit.ts';
import { roles } from '#shared/domain/staff/roles.ts';
import type { Format } from '../../i18n/use-format.ts';

/** Fields that have a name in the log; every other value stands for itself. */
export const namedFields = [
  ...(['name', 'phone', 'email', 'allergy', 'preference', 'birth_day', 'birth_month', 'birth_year'] as const),
  ...(['country', 'currency', 'timeZone', 'cutoffMinutes', 'language', 'amountRule'] as const),
  ...(['largestWithoutQuestion', 'usuallyHere', 'sounds', 'keyCaps', 'activityWindow', 'rushMode'] as const),
  ...(['lockMinutes', 'leftHanded', 'role', 'active', 'giveLimit', 'undoAll', 'price', 'category'] as const),
  ...(['reminderDays', 'startByItself', 'folders', 'passphrase', 'effectiveFrom', 'written'] as const),
  ...(['adjustments', 'burst', 'burstMinutes', 'undoMinutes', 'inactiveMonths', 'call'] as const),
] as const;

type NamedField = (typeof namedFields)[number];

const isNamed = (field: string): field is NamedField => (namedFields as readonly string[]).includes(field);

/** Sums in minor units. */
const sums: readonly string[] = ['price', 'giveLimit', 'largestWithoutQuestion'];

const isRole = (value: string): value is (typeof roles)[number] =>
  (roles as readonly string[]).includes(value);

type Words = TFunction<['audit', 'staff']>;

const valueWords = (t: Words, format: Format, field: string, value: string): string => {
  if (value === 'true' || (field === 'active' && value === '1')) return t('yes');
  if (value === 'false' || (field === 'active' && value === '0')) return t('no');
  if (field === 'role' && isRole(value)) return t(`staff:role.${value}`);
  if (sums.includes(field) && /^\d+$/.test(value)) return format.money(Number(value));
  return value;
};

/** What was changed, with the name of the field where it has one: "Role: Till → Manager". */
export const changeWords = (t: Words, format: Format, change: LogEntry['changes'][number]): string => {
  const { field, before, after } = change;
  const to = valueWords(t, format, field, after);
  const values =
    before === null ? to : t('change', { before: valueWords(t, format, field, before), after: to });
  return isNamed(field) ? t('field', { name: t(`fields.${field}`), values }) : values;
};
