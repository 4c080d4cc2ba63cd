import { useTranslation } from 'react-i18next';
import type { DataSheet } from '#shared/contract/data-sheet.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { useOutlookWords } from '../risk/outlook-words.ts';
import { useBenefitWords } from '../vouchers/use-benefit-words.ts';
import {
  absenceLines,
  balanceLines,
  campaignLines,
  estimateLines,
  historyLines,
  interestLines,
  voucherLines,
} from './doing-lines.ts';
import { careLines, consentLines, correctionLines, personLines } from './person-lines.ts';
import type { SheetLine, SheetTools } from './sheet-line.ts';

const linesOf = (sheet: DataSheet, tools: SheetTools) =>
  ({
    person: personLines(sheet, tools),
    consents: consentLines(sheet, tools),
    visits: historyLines(sheet, ['visit', 'joined', 'merged'], tools),
    balances: balanceLines(sheet, tools),
    vouchers: voucherLines(sheet, tools),
    notes: historyLines(sheet, ['note'], tools),
    careNotes: careLines(sheet, tools),
    followUps: historyLines(sheet, ['followUp', 'promise'], tools),
    campaigns: campaignLines(sheet, tools),
    interests: interestLines(sheet, tools),
    absences: absenceLines(sheet, tools),
    estimate: estimateLines(sheet, tools),
    corrections: correctionLines(sheet, tools),
  }) as const satisfies Readonly<Record<string, readonly SheetLine[]>>;

type PartName = keyof ReturnType<typeof linesOf>;

/** A part of a data sheet. */
export interface SheetPart {
  readonly key: PartName;
  readonly title: string;
  readonly lines: readonly SheetLine[];
}

/** Puts everything that is kept about somebody into words, part by part; a part without anything says so by no lines. */
export const useSheetParts = (): ((sheet: DataSheet) => readonly SheetPart[]) => {
  const { t } = useTranslation('privacy');
  const { t: customers } = useTranslation('customers');
  const { t: followUps } = useTranslation('followUps');
  const { t: vouchers } = useTranslation('vouchers');
  const { t: outlook } = useTranslation('outlook');
  const { t: why } = useTranslation('why');
  const format = useFormat();
  const { kind: shop, language } = useShop().shop;
  const benefit = useBenefitWords();
  const estimate = useOutlookWords();
  const texts = { t, customers, followUps, vouchers, outlook, why };
  return (sheet) =>
    Object.entries(linesOf(sheet, { ...texts, format, language, shop, benefit, estimate })).map(
      ([key, lines]) => ({ key: key as PartName, title: t(`sheet.part.${key as PartName}`), lines }),
    );
};
