import type { DataSheet } from '#shared/contract/data-sheet.ts';
import { localeOf } from '#shared/i18n/language.ts';
import { languageName } from '../customers/language-name.ts';
import { askedWords } from './asked-words.ts';
import { joined, type SheetLine, type SheetTools } from './sheet-line.ts';

/** A birthday, with its year if they gave it. */
const birthdayText = (birthday: DataSheet['person']['birthday'], { format }: SheetTools): string | null => {
  if (birthday === null) return null;
  const date = format.anniversary(birthday);
  return birthday.year === null ? date : `${date} ${birthday.year}`;
};

/** Who somebody is; what is not known is left out. */
export const personLines = ({ person, tags, sharedWith }: DataSheet, tools: SheetTools): SheetLine[] => {
  const { t, customers, format, language } = tools;
  const known: [what: string, more: string | null][] = [
    [t('sheet.field.name'), person.name],
    [t('sheet.person.number'), String(person.id)],
    [t('sheet.person.since'), format.date(person.customerSince)],
    [t('sheet.field.phone'), person.phoneDisplay],
    [t('sheet.field.email'), person.email],
    [customers('form.birthday'), birthdayText(person.birthday, tools)],
    [
      t('sheet.field.language'),
      person.language === null ? null : languageName(person.language, localeOf(language)),
    ],
    [t('sheet.field.allergy'), person.allergy],
    [t('sheet.field.preference'), person.preference],
    [t('sheet.field.source'), person.source],
    [customers('form.referredBy'), person.referredByName],
    [t('sheet.person.tags'), tags.join(', ')],
    ...person.cards.map(({ code, state }): [string, string] => [
      t('sheet.person.card'),
      state === 'active' ? code : t('sheet.person.cardBlocked', { code }),
    ]),
    [t('sheet.person.externalRef'), person.externalRef],
    [
      t('sheet.person.shared'),
      sharedWith === 0
        ? null
        : t('sheet.person.sharedWith', { count: sharedWith, n: format.number(sharedWith) }),
    ],
  ];
  return known.flatMap(([what, more]) => (more === null || more === '' ? [] : [{ when: '', what, more }]));
};

const consentLine = (consent: DataSheet['consents'][number], tools: SheetTools): SheetLine => {
  const { t, customers, format } = tools;
  const { purpose, granted, day, place, staffName, textVersion } = consent;
  return {
    when: format.date(day),
    what: customers(granted ? 'history.consentYes' : 'history.consentNo', {
      purpose: customers(`permissions.purpose.${purpose}`),
    }),
    more: [
      t(`sheet.consent.${place ?? 'unknown'}`),
      customers('history.by', { name: staffName }),
      askedWords({ purpose, place, textVersion }, t),
    ].join(' · '),
  };
};

/** Every answer they gave: when, where, who asked, in which wording. */
export const consentLines = ({ consents }: DataSheet, tools: SheetTools): SheetLine[] =>
  consents.map((consent) => consentLine(consent, tools));

/** What was corrected about them: by whom, from what to what. */
export const correctionLines = (
  { corrections }: DataSheet,
  { t, customers, format }: SheetTools,
): SheetLine[] =>
  corrections.map(({ at, staffName, field, before, after }) => ({
    when: format.date(format.dayAt(at)),
    what: t('sheet.corrected', {
      field: t(`sheet.field.${field}`),
      before: before ?? t('sheet.empty'),
      after: after ?? t('sheet.empty'),
    }),
    more: customers('history.by', { name: staffName }),
  }));

/** What is known for their safety, each with its day. */
export const careLines = ({ careNotes }: DataSheet, { t, customers, format }: SheetTools): SheetLine[] =>
  careNotes.map(({ kind, text, day, staffName }) => ({
    when: format.date(day),
    what: joined(t(`care.kind.${kind}`), text ?? ''),
    more: customers('history.by', { name: staffName }),
  }));
