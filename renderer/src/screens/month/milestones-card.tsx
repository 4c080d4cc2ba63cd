import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import { PersonRows } from './person-rows.tsx';
import { freshFor } from './use-figures.ts';
import { useFirstOf } from './use-first-of.ts';

const peopleShown = 6;

/** Who reached a round number of visits or years in the period. */
export const MilestonesCard = ({ from, to }: { from: string; to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const firstOf = useFirstOf();
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
    note: firstOf(reached.length, answer.data?.total ?? 0),
  };
  return (
    <FigureCard
      title={t('figures.milestones.title')}
      define={t('figures.define.milestones')}
      aside={answer.data === undefined ? undefined : format.number(answer.data.total)}
      table={table}
    >
      <Asked answer={answer} queryKey={orpc.reports.milestones.key()}>
        {({ total, people }) =>
          total === 0 ? (
            <p className={monthClasses.quiet}>{t('figures.milestones.none')}</p>
          ) : (
            <>
              <p className={monthClasses.note}>
                {t('figures.milestones.by')}{' '}
                <CountButton
                  shape="inline"
                  group={{ kind: 'milestones' }}
                  count={people}
                  label={t('figures.milestones.title')}
                  shown={t('names.count', { count: people, n: format.number(people) })}
                />
              </p>
              <PersonRows
                label={t('figures.milestones.title')}
                people={(reached ?? []).slice(0, peopleShown).map(({ key, customerId, name, what, day }) => ({
                  key,
                  customerId,
                  name,
                  facts: `${what}, ${format.dayOfMonth(day)}`,
                }))}
              />
            </>
          )
        }
      </Asked>
    </FigureCard>
  );
};
