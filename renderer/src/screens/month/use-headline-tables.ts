import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionFigures, RetentionGroup } from '#shared/contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { FigureTable } from './figure-table.ts';
import { lastDayOf } from './period.ts';
import { fewestForPercent, shareWords, textbookWords } from './share-words.ts';
import { startOfSentence } from './start-of-sentence.ts';

/** A period's figures under its name, once they are counted. */
export interface NamedFigures {
  readonly name: string;
  readonly figures: RetentionFigures;
}

/** The words the tables are made of. */
const useTableParts = () => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return useMemo(() => {
    const n = format.number;
    const counts = (part: string, whole: string): string => t('retention.of', { part, whole });

    const group = (figures: RetentionFigures, which: RetentionGroup): string =>
      t(`names.title.${which}`, {
        from: format.dayOfMonth(figures.from),
        until: format.dayOfMonth(lastDayOf({ kind: 'range', from: figures.from, to: figures.to })),
      });

    const kept = (label: string, { kept, S }: RetentionFigures): string[] => {
      const words = shareWords(kept, S);
      if (words.kind === 'noData') return [label, t('retention.noData'), ''];
      if (words.kind === 'counts') return [label, counts(n(kept), n(S)), ''];
      const { low, high } = words.interval;
      const range = t('figures.range', { low: format.percent(low), high: format.percent(high) });
      return [label, format.percent(words.share), `${counts(n(kept), n(S))}, ${range}`];
    };

    const textbook = ({ E, N, S }: RetentionFigures): string[] => {
      const words = textbookWords(E, N, S);
      const said = {
        noData: () => t('retention.noData'),
        counts: () => counts(n(E - N), n(S)),
        percent: () => format.percent((E - N) / S),
      }[words.kind]();
      return [t('retention.textbook'), said, `(${n(E)} \u2212 ${n(N)}) ÷ ${n(S)}`];
    };

    const share = (
      label: string,
      part: number,
      whole: number,
      few: boolean,
      as: (value: number) => string,
    ) =>
      whole <= 0
        ? [label, t('retention.noData'), '']
        : [label, few ? as(part) : format.percent(part / whole), counts(as(part), as(whole))];

    /** A share of things that are counted, with the range it likely lies in. */
    const counted = (label: string, part: number, whole: number): string[] => {
      const words = shareWords(part, whole);
      const [name = '', figure = '', of = ''] = share(label, part, whole, words.kind !== 'percent', n);
      if (words.kind !== 'percent') return [name, figure, of];
      const { low, high } = words.interval;
      const range = t('figures.range', { low: format.percent(low), high: format.percent(high) });
      return [name, figure, `${of}, ${range}`];
    };

    const head = ['', t('figures.value.figure'), t('figures.value.from')];
    return { t, format, n, head, group, kept, textbook, share, counted };
  }, [format, t]);
};

/** The numbers of the cards about keeping people, as tables: what they show, for reading and copying. */
export const useHeadlineTables = () => {
  const parts = useTableParts();
  return useMemo(() => {
    const { t, format, n, head, group, kept, textbook, share, counted } = parts;
    const people = (
      figures: RetentionFigures,
      groups: readonly (RetentionGroup & keyof RetentionFigures)[],
    ) => groups.map((which) => [group(figures, which), n(figures[which]), '']);
    return {
      /** The headline, the period before, the textbook figure and every count they rest on. */
      retention: (figures: RetentionFigures, before: NamedFigures | null): FigureTable => ({
        head,
        rows: [
          kept(t('retention.title'), figures),
          ...(before === null ? [] : [kept(startOfSentence(before.name), before.figures)]),
          textbook(figures),
          ...people(figures, ['S', 'kept', 'lapsed', 'R', 'N', 'E']),
        ],
      }),
      /** What is known of a period that still runs. */
      soFar: (figures: RetentionFigures): FigureTable => ({
        head: head.slice(0, 2),
        rows: [
          [startOfSentence(t('soFar.atStart')), n(figures.S)],
          [startOfSentence(t('soFar.seen')), n(figures.seenOfS)],
          [startOfSentence(t('soFar.new')), n(figures.newInPeriod)],
        ],
      }),
      /** The columns of the waterfall with their signs. */
      waterfall: (figures: RetentionFigures): FigureTable => ({
        head: head.slice(0, 2),
        rows: [
          [group(figures, 'S'), n(figures.S)],
          [t('waterfall.new'), `+${n(figures.N)}`],
          [t('waterfall.back'), `+${n(figures.R)}`],
          [t('waterfall.lapsed'), `\u2212${n(figures.lapsed)}`],
          [group(figures, 'E'), n(figures.E)],
        ],
      }),
      /** How much of the shop is known by name. */
      base: (figures: RetentionFigures): FigureTable => {
        const { checkIns, identifiedCheckIns, amount, identifiedAmount, seenOfS, S } = figures;
        const few = checkIns < fewestForPercent;
        return {
          head,
          rows: [
            counted(t('base.checkIns'), identifiedCheckIns, checkIns),
            ...(amount > 0 ? [share(t('base.money'), identifiedAmount, amount, few, format.money)] : []),
            ...(figures.unfinished ? [] : [counted(t('base.seen'), seenOfS, S)]),
          ],
        };
      },
    };
  }, [parts]);
};
