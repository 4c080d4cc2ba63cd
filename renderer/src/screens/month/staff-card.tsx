import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import classes from './people.module.css';
import { freshFor } from './use-figures.ts';
import { useRateWords } from './use-rate-words.ts';

/** Who would be missed by whom if somebody left. By name of staff, no ranking. */
export const StaffCard = ({ from, to }: { from: string; to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const answer = useQuery(
    orpc.reports.staffDependency.queryOptions({ input: { from, to }, staleTime: freshFor }),
  );
  const head = [
    t('figures.staff.name'),
    t('figures.staff.knows'),
    t('figures.staff.knowsAlone'),
    t('figures.staff.depending'),
  ];
  const table = answer.data && {
    head,
    rows: answer.data.staff.map(({ name, knows, knowsAlone, depending }) => [
      name,
      format.number(knows),
      format.number(knowsAlone),
      [words(depending).figure, words(depending).basis].filter(Boolean).join(', '),
    ]),
  };
  return (
    <FigureCard wide title={t('figures.staff.title')} define={t('figures.define.staff')} table={table}>
      <Asked answer={answer} queryKey={orpc.reports.staffDependency.key()}>
        {({ staff }) =>
          staff.length === 0 ? (
            <p className={monthClasses.quiet}>{t('visits.noData')}</p>
          ) : (
            <table className={classes.table}>
              <thead>
                <tr>
                  {head.map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {staff.map(({ staffId, name, knows, knowsAlone, depending }) => (
                  <tr key={staffId}>
                    <th scope="row">{name}</th>
                    {(
                      [
                        ['knows', knows, undefined],
                        ['knowsAlone', knowsAlone, undefined],
                        ['depending', depending.successes, words(depending).figure],
                      ] as const
                    ).map(([of, count, shown]) => (
                      <td key={of}>
                        <CountButton
                          shape="inline"
                          group={{ kind: 'staff', staffId, of }}
                          count={count}
                          label={`${name}, ${t(`figures.staff.${of}`)}`}
                          {...(shown === undefined ? {} : { shown })}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
    </FigureCard>
  );
};
