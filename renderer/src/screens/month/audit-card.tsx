import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import type { ActivityWindow } from './month-view.ts';
import classes from './people.module.css';
import { type Period, periodDays } from './period.ts';
import { freshFor } from './use-figures.ts';
import { useGroupName } from './use-group-name.ts';
import { joined } from './use-range.ts';
import { useRateWords } from './use-rate-words.ts';

/** Traits shown; the table has them all. */
const traitsShown = 6;

/** What those who lapsed have in common that the kept have not. */
export const AuditCard = ({ period, window }: { period: Period; window: ActivityWindow }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const nameOf = useGroupName();
  const input = { ...periodDays(period), window };
  const answer = useQuery(orpc.reports.auditOfLost.queryOptions({ input, staleTime: freshFor }));
  const data = answer.data;
  const points = (value: number) => `${value < 0 ? '\u2212' : '+'}${format.number(Math.abs(value) * 100)}`;
  const rows = data?.traits.map((trait) => ({
    ...trait,
    key: `${trait.trait} ${trait.value}`,
    name: `${t(`figures.splits.by.${trait.trait}`)}: ${nameOf(trait.trait, trait.value, trait.label)}`,
    range:
      trait.differenceInterval === null
        ? ''
        : t('figures.audit.range', {
            low: points(trait.differenceInterval.low),
            high: points(trait.differenceInterval.high),
          }),
  }));
  // What differs first.
  const order = ['different', 'unclear', 'notShown', 'tooFew'];
  const sorted = [...(rows ?? [])].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const different = sorted.filter(({ verdict }) => verdict === 'different');
  const table = data && {
    note: t('figures.audit.basis', { lost: format.number(data.lost), kept: format.number(data.kept) }),
    head: [
      t('figures.audit.trait'),
      t('waterfall.lapsed'),
      t('figures.audit.kept'),
      t('figures.audit.difference'),
      t('figures.audit.verdict'),
    ],
    rows: sorted.map(({ name, lost, kept, range, verdict }) => [
      name,
      joined(words(lost).figure, words(lost).basis),
      joined(words(kept).figure, words(kept).basis),
      range,
      t(`figures.audit.verdicts.${verdict}`),
    ]),
  };
  return (
    <FigureCard wide title={t('figures.audit.title')} define={t('figures.define.audit')} table={table}>
      <Asked answer={answer} queryKey={orpc.reports.auditOfLost.key()}>
        {({ lost, kept }) => (
          <>
            <p className={monthClasses.note}>
              {t('figures.audit.basis', { lost: format.number(lost), kept: format.number(kept) })}{' '}
              {different.length === 0 && t('figures.audit.nothing')}
            </p>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('figures.audit.trait')}</th>
                  <th scope="col">{t('waterfall.lapsed')}</th>
                  <th scope="col">{t('figures.audit.kept')}</th>
                  <th scope="col">{t('figures.audit.difference')}</th>
                  <th scope="col">{t('figures.audit.verdict')}</th>
                </tr>
              </thead>
              <tbody>
                {sorted.slice(0, traitsShown).map((trait) => (
                  <tr key={trait.key}>
                    <th scope="row">{trait.name}</th>
                    <td>
                      <CountButton
                        shape="inline"
                        group={{ kind: 'split', by: trait.trait, group: trait.value, retention: 'lapsed' }}
                        count={trait.lost.successes}
                        label={trait.name}
                        shown={words(trait.lost).figure}
                      />
                    </td>
                    <td className="num">{words(trait.kept).figure}</td>
                    <td className="num">{trait.range}</td>
                    <td>{t(`figures.audit.verdicts.${trait.verdict}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Asked>
    </FigureCard>
  );
};
