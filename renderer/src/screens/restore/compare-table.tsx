import type { RestoreComparison } from '#shared/contract/backups.ts';
import type { Format } from '../../i18n/use-format.ts';
import classes from './restore.module.css';
import { useRestoreWords } from './restore-words.ts';

/** What is here, what is in the backup, and what going back would lose. */
export const CompareTable = ({ comparison, format }: { comparison: RestoreComparison; format: Format }) => {
  const { t, when } = useRestoreWords(format);
  const { backup, here, lost } = comparison;
  const newest = (at: number | null): string => (at === null ? t('compare.none') : when(at));
  const loses = (count: number, words: string): string => (count === 0 ? t('compare.nothing') : words);
  const n = (count: number) => ({ count, n: format.number(count) });
  const rows = [
    ['customers', loses(lost.customers, t('compare.peopleLost', n(lost.customers))), lost.customers > 0],
    ['visits', loses(lost.visits, t('compare.visitsLost', n(lost.visits))), lost.visits > 0],
    ['rewards', loses(lost.rewards, t('compare.rewardsLost', n(lost.rewards))), lost.rewards > 0],
  ] as const;
  return (
    <table className={classes.table} aria-label={t('compare.table')}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('compare.what')}</span>
          </th>
          {here !== null && <th scope="col">{t('compare.here')}</th>}
          <th scope="col">{t('compare.backup')}</th>
          {here !== null && <th scope="col">{t('compare.lose')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, words, isLost]) => (
          <tr key={what}>
            <th scope="row">{t(`compare.${what}`)}</th>
            {here !== null && <td className="num">{format.number(here[what])}</td>}
            <td className="num">{format.number(backup[what])}</td>
            {here !== null && (
              <td className="num" data-lost={isLost || undefined}>
                {words}
              </td>
            )}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('compare.newest')}</th>
          {here !== null && <td className="num">{newest(here.newestVisitAt)}</td>}
          <td className="num">{newest(backup.newestVisitAt)}</td>
          {here !== null && <td />}
        </tr>
      </tbody>
    </table>
  );
};
