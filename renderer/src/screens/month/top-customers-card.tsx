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
import { useValue } from './value-card.tsx';

const peopleShown = 6;

/** The best customers of the period by money, then by visits. */
export const TopCustomersCard = ({ from, to }: { from: string; to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const answer = useQuery(
    orpc.reports.topCustomers.queryOptions({ input: { from, to }, staleTime: freshFor }),
  );
  const best = useValue(from, to).data?.period.pareto?.k ?? null;
  const visits = (count: number) => t('figures.frequency.visits', { count, n: format.number(count) });
  const table = answer.data && {
    head: [t('figures.people.person'), t('spend.title'), t('visits.count'), t('figures.vips.lastVisit')],
    rows: answer.data.people.map((person) => [
      person.name,
      format.money(person.spend),
      format.number(person.visits),
      format.date(person.lastDay),
    ]),
  };
  return (
    <FigureCard title={t('figures.top.title')} define={t('figures.define.top')} table={table}>
      <Asked answer={answer} queryKey={orpc.reports.topCustomers.key()}>
        {({ people }) =>
          people.length === 0 ? (
            <p className={monthClasses.quiet}>{t('visits.noData')}</p>
          ) : (
            <>
              {best !== null && (
                <p className={monthClasses.note}>
                  {t('figures.top.fifth')}{' '}
                  <CountButton
                    shape="inline"
                    group={{ kind: 'top', of: 'period' }}
                    count={best}
                    label={t('figures.names.top')}
                  />
                </p>
              )}
              <PersonRows
                label={t('figures.top.title')}
                people={people.slice(0, peopleShown).map((person) => ({
                  key: String(person.customerId),
                  customerId: person.customerId,
                  name: person.name,
                  facts: `${format.money(person.spend)}, ${visits(person.visits)}`,
                }))}
              />
            </>
          )
        }
      </Asked>
    </FigureCard>
  );
};
