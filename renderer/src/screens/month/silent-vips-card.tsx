import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import classes from './people.module.css';
import { PersonRows } from './person-rows.tsx';
import { freshFor } from './use-figures.ts';
import { useFirstOf } from './use-first-of.ts';

const dayChoices = [14, 30, 45, 60, 90] as const;
/** People shown; the rest is behind the number. */
const peopleShown = 6;

/** The most valuable people of the last year who have not been here for so many days. */
export const SilentVipsCard = ({ to }: { to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const firstOf = useFirstOf();
  const [days, setDays] = useState<number>(30);
  const input = { to, days, offset: 0, limit: 50 };
  const answer = useQuery(orpc.reports.silentVips.queryOptions({ input, staleTime: freshFor }));
  const data = answer.data;
  const value = (amount: number) =>
    data?.byMoney === true
      ? format.money(amount)
      : t('figures.frequency.visits', { count: amount, n: format.number(amount) });
  const silent = (count: number) => t('window.days', { count, n: format.number(count) });
  const table = data && {
    head: [
      t('figures.people.person'),
      t('figures.vips.silentFor'),
      t('figures.vips.lastVisit'),
      t('figures.vips.year'),
    ],
    rows: data.people.map((person) => [
      person.name,
      silent(person.silentDays),
      format.date(person.lastDay),
      value(person.value),
    ]),
    note: [
      `${t('figures.vips.of', { vips: format.number(data.vips), days: silent(days) })} ${format.number(data.total)}.`,
      firstOf(data.people.length, data.total),
    ]
      .filter(Boolean)
      .join(' '),
  };
  return (
    <FigureCard title={t('figures.vips.title')} define={t('figures.define.vips')} table={table}>
      <NativeSelect
        size="md"
        className={`${classes.daySelect} no-print`}
        aria-label={t('figures.vips.choose')}
        value={String(days)}
        data={dayChoices.map((each) => ({ value: String(each), label: silent(each) }))}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
      />
      <Asked answer={answer} queryKey={orpc.reports.silentVips.key()}>
        {({ vips, total, people }) => (
          <>
            <p className={monthClasses.note}>
              {t('figures.vips.of', { vips: format.number(vips), days: silent(days) })}
              <CountButton
                shape="inline"
                group={{ kind: 'silentVips', days }}
                count={total}
                label={t('figures.vips.title')}
              />
            </p>
            <PersonRows
              label={t('figures.vips.title')}
              people={people.slice(0, peopleShown).map((person) => ({
                key: String(person.customerId),
                customerId: person.customerId,
                name: person.name,
                facts: `${silent(person.silentDays)}, ${value(person.value)}`,
              }))}
            />
          </>
        )}
      </Asked>
    </FigureCard>
  );
};
