import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Experiment } from '#shared/contract/experiments.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSpanWords } from './use-span-words.ts';

export type OverExperiment = Extract<Experiment, { state: 'over' }>;
export type Comparison = OverExperiment['comparisons'][number];

export interface VerdictWords {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly chip: string;
  readonly text: string;
}

/** Names of the two ways; of a single way there is one. */
const waysOf = (arms: OverExperiment['arms']) => {
  const name = (arm: string) => arms.find((one) => one.arm === arm)?.name ?? '';
  return { a: name('a'), b: name('b') };
};

/** What an experiment says, in words, and what to do until it says more. */
export const useVerdictWords = (): ((experiment: OverExperiment, comparison: Comparison) => VerdictWords) => {
  const { t } = useTranslation('experiments');
  const format = useFormat();
  const span = useSpanWords();
  return useCallback(
    ({ arms, cheaper }: OverExperiment, { of, verdict }: Comparison): VerdictWords => {
      const ways = waysOf(arms);
      const until = of === 'ways' && cheaper !== null ? t('cheaper', { name: cheaper.name }) : t('doNothing');
      switch (verdict.code) {
        case 'noData':
          return { tone: 'warn', chip: t('verdict.noData.chip'), text: t('verdict.noData.text') };
        case 'tooEarly': {
          const more = format.number(verdict.moreNeeded);
          const text =
            verdict.days === null
              ? t('verdict.tooEarly.textNoTime', { more })
              : t('verdict.tooEarly.text', { more, time: span(verdict.days) });
          return { tone: 'warn', chip: t('verdict.tooEarly.chip'), text: `${text} ${until}` };
        }
        case 'unclear': {
          const text =
            verdict.moreNeeded === null || verdict.days === null
              ? t('verdict.unclear.plain')
              : t('verdict.unclear.text', {
                  more: format.number(verdict.moreNeeded),
                  time: span(verdict.days),
                });
          return { tone: 'warn', chip: t('verdict.unclear.chip'), text: `${text} ${until}` };
        }
        default: {
          const range = { from: format.number(verdict.fromOf100), to: format.number(verdict.toOf100) };
          const works = verdict.code === 'works';
          if (of === 'ways') {
            const names = works ? { name: ways.a, other: ways.b } : { name: ways.b, other: ways.a };
            return {
              tone: 'good',
              chip: t('verdict.works.ways', names),
              text: t('verdict.works.waysText', { ...range, ...names }),
            };
          }
          return {
            tone: works ? 'good' : 'bad',
            chip: t(works ? 'verdict.works.chip' : 'verdict.harms.chip'),
            text: t(works ? 'verdict.works.text' : 'verdict.harms.text', range),
          };
        }
      }
    },
    [format, span, t],
  );
};
