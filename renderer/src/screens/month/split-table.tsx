import { useTranslation } from 'react-i18next';
import type { SplitFigures } from '#shared/contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ChangeWords } from './change-words.tsx';
import { CountButton } from './count-button.tsx';
import type { NamesOf } from './month-view.ts';
import classes from './people.module.css';
import { useRateWords } from './use-rate-words.ts';

type Shares = SplitFigures['total'];

/** Retention of groups and of all, this period against the one before; the kept of a group open their names. */
export const SplitTable = ({
  head,
  groups,
  total,
}: {
  /** What the groups are. */
  head: string;
  groups: readonly (Shares & { readonly key: string; readonly name: string; readonly names: NamesOf })[];
  total: Shares;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const points = (difference: number): string =>
    t('figures.points', { n: format.number(difference * 100, 1) });
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('figures.splits.now')}</th>
          <th scope="col">{t('figures.trend.basis')}</th>
          <th scope="col">{t('figures.splits.before')}</th>
          <th scope="col">{t('figures.splits.change')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, name, names, now, before, change }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <CountButton
                shape="inline"
                group={names}
                count={now.successes}
                label={name}
                shown={words(now).figure}
              />
            </td>
            <td className="num">{words(now).basis}</td>
            <td className="num">{words(before).figure}</td>
            <td className="num">
              <ChangeWords change={change} shown={points} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('figures.splits.total')}</th>
          <td className="num">{words(total.now).figure}</td>
          <td className="num">{words(total.now).basis}</td>
          <td className="num">{words(total.before).figure}</td>
          <td className="num">
            <ChangeWords change={total.change} shown={points} />
          </td>
        </tr>
      </tbody>
    </table>
  );
};
