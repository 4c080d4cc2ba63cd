import type { TimelineEntry } from '#shared/contract/customers.ts';
import type { DataSheet } from '#shared/contract/data-sheet.ts';
import { displayVoucherCode } from '#shared/domain/loyalty/voucher-code.ts';
import { signed, whySentence } from '../../components/why-sentence.ts';
import { entryWords } from '../customers/entry-words.ts';
import { chanceWords } from '../risk/chance-words.ts';
import { joined, type SheetLine, type SheetTools } from './sheet-line.ts';

/** Entries of their history of some kinds, newest first. */
export const historyLines = (
  { history }: DataSheet,
  kinds: readonly TimelineEntry['kind'][],
  { customers, followUps, format, shop }: SheetTools,
): SheetLine[] =>
  history
    .filter(({ kind }) => kinds.includes(kind))
    .map((entry) => {
      const { title, text, tag } = entryWords(
        entry,
        shop,
        { t: customers, followUpTexts: followUps },
        format,
      );
      return { when: format.date(entry.day), what: title, more: joined(tag ?? '', text) };
    });

/** Points and stamps: what they have, and every change with its reason. */
export const balanceLines = ({ balances }: DataSheet, tools: SheetTools): SheetLine[] => {
  const { t, customers, why, format } = tools;
  return balances.flatMap(({ kind, name: unit, balance, rows }) => {
    const name = kind === 'points' ? customers('balance.points') : unit;
    return [
      { when: '', what: t('sheet.balance', { name, n: format.number(balance) }), more: '' },
      ...rows.map((row) => ({
        when: format.date(row.day),
        what: `${name} ${signed(row.change, format)}`,
        more: joined(whySentence(row, why, format), row.staffName),
      })),
    ];
  });
};

export const voucherLines = (sheet: DataSheet, { vouchers, format, benefit }: SheetTools): SheetLine[] =>
  sheet.vouchers.map((voucher) => {
    const { name, code, issuedDay, issuedBy, expiresDay, state, usedAt } = voucher;
    const became =
      state === 'used' && usedAt !== null
        ? vouchers('state.usedOn', { date: format.date(format.dayAt(usedAt)) })
        : vouchers(`state.${state}`, { date: format.date(expiresDay) });
    const given = vouchers('issued', { date: format.date(issuedDay), name: issuedBy });
    return {
      when: format.date(issuedDay),
      what: joined(name, benefit(voucher.benefit)),
      more: joined(displayVoucherCode(code), given, became),
    };
  });

export const campaignLines = ({ campaigns }: DataSheet, { t, format }: SheetTools): SheetLine[] =>
  campaigns.map(({ name, day, contacted }) => ({
    when: format.date(day),
    what: name,
    more: t(`sheet.campaign.${contacted ? 'contacted' : 'held'}`),
  }));

export const interestLines = ({ interests }: DataSheet, { t, customers, format }: SheetTools): SheetLine[] =>
  interests.map(({ day, what, state, staffName }) => ({
    when: format.date(day),
    what,
    more: joined(t(`sheet.interest.${state}`), customers('history.by', { name: staffName })),
  }));

export const absenceLines = ({ absences }: DataSheet, { format }: SheetTools): SheetLine[] =>
  absences.map(({ from, to }) => ({ when: '', what: `${format.date(from)} – ${format.date(to)}`, more: '' }));

/** What is estimated about them, or why nothing is. */
export const estimateLines = (sheet: DataSheet, tools: SheetTools): SheetLine[] => {
  const { t, outlook, format } = tools;
  const { estimate, estimatesRefused } = sheet;
  const line = (what: string, more = ''): SheetLine => ({ when: '', what, more });
  if (estimatesRefused) return [line(t('sheet.estimate.refused'))];
  if (estimate === null) return [line(t('sheet.estimate.none'))];
  const { expected, because } = tools.estimate(estimate);
  const { active, yearValue } = estimate;
  return [
    line(outlook(`state.${estimate.state}`), joined(expected, because ?? '')),
    ...(active === null
      ? []
      : [line(t('sheet.estimate.active', { share: chanceWords(outlook, active, format) }))]),
    ...(yearValue === null ? [] : [line(t('sheet.estimate.year', { amount: format.wholeMoney(yearValue) }))]),
  ];
};
