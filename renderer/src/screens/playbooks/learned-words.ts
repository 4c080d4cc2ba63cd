import { useTranslation } from 'react-i18next';
import type { Playbook, PlaybookLearned } from '#shared/contract/playbooks.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** What became of a playbook in the version in force; undefined where it was not followed yet. */
export const learnedOf = (
  all: readonly PlaybookLearned[],
  { situation, versionId }: Pick<Playbook, 'situation' | 'versionId'>,
): PlaybookLearned | undefined =>
  all.find((one) => one.situation === situation && one.versionId === versionId);

/** Sentences about what became of a playbook; below the people a percentage needs they say so. */
export const useLearnedWords = () => {
  const { t } = useTranslation('playbooks');
  const format = useFormat();
  const returned = (row: PlaybookLearned['returns'][number]): string => {
    const days = format.number(row.days);
    if (row.over === 0) return t('learned.tooEarlyNobody', { days });
    const counts = { days, came: format.number(row.came), over: format.number(row.over) };
    if (row.state === 'tooEarly') {
      return t('learned.tooEarly', { ...counts, missing: format.number(row.missing) });
    }
    const range = { low: format.percent(row.interval.low, 0), high: format.percent(row.interval.high, 0) };
    return t('learned.came', { ...counts, ...range });
  };
  const against = ({ verdict }: NonNullable<PlaybookLearned['againstNothing']>): string => {
    switch (verdict.code) {
      case 'works':
      case 'harms':
        return t(`learned.against.${verdict.code}`, {
          from: format.number(verdict.fromOf100),
          to: format.number(verdict.toOf100),
        });
      case 'tooEarly':
        return t('learned.against.tooEarly', { more: format.number(verdict.moreNeeded) });
      default:
        return t(`learned.against.${verdict.code}`);
    }
  };
  const people = ({ people: count }: PlaybookLearned): string =>
    t('learned.people', { count, n: format.number(count) });
  return { returned, against, people };
};
