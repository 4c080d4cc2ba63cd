import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import { PersonRows } from './person-rows.tsx';
import { freshFor } from './use-figures.ts';

const peopleShown = 6;

/** Who reached a round number of visits or years in the period. */
export const MilestonesCard = ({ from, to }: { from: string; to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const input = { from, to, offset: 0, limit: 100 };
  const answer = useQuery(orpc.reports.milestones.queryOptions({ input, staleTime: freshFor }));
  const reached = answer.data?.milestones.map((one) => ({
    ...one,
    key: `${one.customerId} ${one.kind} ${one.count}`,
    what: t(`figures.milestones.${one.kind}`, { count: one.count, n: format.number(one.count) }),
  }));
  const table = reached && {
    head: [t('figures.people.person'), t('figures.milestones.what'), t('figures.milestones.day')],
    rows: reached.map(({ name, what, day }) => [name, what, format.date(day)]),
  };
  return (
    <FigureCard
      title={t('figures.milestones.title')}
      define={t('figures.define.milestones')}
      aside={answer.data === undefined ? undefined : format.number(answer.data.total)}
      table={table}
    >
      <Asked answer={answer} queryKey={orpc.reports.milestones.key()}>
        {({ total }) =>
          total === 0 ? (
            <p className={monthClasses.quiet}>{t('figures.milestones.none')}</p>
          ) : (
            <PersonRows
              label={t('figures.milestones.title')}
              people={(reached ?? []).slice(0, peopleShown).map(({ key, customerId, name, what, day }) => ({
                key,
                customerId,
                name,
                facts: `${what}, ${format.dayOfMonth(day)}`,
              }))}
            />
          )
        }
      </Asked>
    </FigureCard>
  );
};
