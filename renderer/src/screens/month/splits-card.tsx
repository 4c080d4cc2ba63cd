import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SplitBy, SplitFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { ChangeWords } from './change-words.tsx';
import chartClasses from './chart.module.css';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import type { ActivityWindow } from './month-view.ts';
import classes from './people.module.css';
import { type Period, periodDays } from './period.ts';
import { freshFor } from './use-figures.ts';
import { useGroupName } from './use-group-name.ts';
import { useRateWords } from './use-rate-words.ts';

const ways = [
  'source',
  'firstItem',
  'staff',
  'tier',
  'household',
  'newOrOld',
] as const satisfies readonly SplitBy[];

/** Groups shown; the table has them all. */
const groupsShown = 8;

/** Retention by groups, this period against the one before, and a hint where the groups and the total disagree. */
export const SplitsCard = ({ period, window }: { period: Period; window: ActivityWindow }) => {
  const { t } = useTranslation('month');
  const words = useRateWords();
  const nameOf = useGroupName();
  const [by, setBy] = useState<SplitBy | null>(null);
  const input = { ...periodDays(period), window };
  const answer = useQuery(orpc.reports.splits.queryOptions({ input, staleTime: freshFor }));
  const splits = answer.data?.splits;
  // What misleads comes first.
  const shown = by ?? splits?.find(({ opposite }) => opposite)?.by ?? 'newOrOld';
  const split = splits?.find((each) => each.by === shown);
  const table = split && {
    head: [
      t(`figures.splits.by.${shown}`),
      t('figures.splits.now'),
      t('figures.trend.basis'),
      t('figures.splits.before'),
    ],
    rows: [
      ...split.groups.map((one) => ({ ...one, name: nameOf(shown, one.group, one.label) })),
      { ...split.total, name: t('figures.splits.total') },
    ].map(({ name, now, before }) => [name, words(now).figure, words(now).basis, words(before).figure]),
  };
  return (
    <FigureCard wide title={t('figures.splits.title')} define={t('figures.define.splits')} table={table}>
      <SegmentedControl
        className={`${chartClasses.choice} no-print`}
        aria-label={t('figures.splits.choose')}
        value={shown}
        onChange={(value) => setBy(ways.find((each) => each === value) ?? null)}
        data={ways.map((each) => ({ value: each, label: t(`figures.splits.by.${each}`) }))}
      />
      <Asked answer={answer} queryKey={orpc.reports.splits.key()}>
        {() => split !== undefined && <Groups split={split} />}
      </Asked>
    </FigureCard>
  );
};

const Groups = ({ split }: { split: SplitFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const nameOf = useGroupName();
  const { by, groups, total, opposite, parts } = split;
  const points = (difference: number): string =>
    t('figures.points', { n: format.number(difference * 100, 1) });
  const signed = (difference: number): string =>
    (difference < 0 ? '\u2212' : '+') + points(Math.abs(difference));
  if (total.now.n === 0) return <p className={monthClasses.quiet}>{t('retention.noDataWhy')}</p>;
  return (
    <>
      {opposite && (
        <HintRow tone="warn">
          {t('figures.splits.opposite')}{' '}
          {parts !== null &&
            t('figures.splits.parts', { rates: signed(parts.rates), mix: signed(parts.mix) })}
        </HintRow>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t(`figures.splits.by.${by}`)}</th>
            <th scope="col">{t('figures.splits.now')}</th>
            <th scope="col">{t('figures.trend.basis')}</th>
            <th scope="col">{t('figures.splits.before')}</th>
            <th scope="col">{t('figures.splits.change')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, groupsShown).map(({ group, label, now, before, change }) => {
            const name = nameOf(by, group, label);
            return (
              <tr key={group}>
                <th scope="row">{name}</th>
                <td>
                  <CountButton
                    shape="inline"
                    group={{ kind: 'split', by, group, retention: 'kept' }}
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
            );
          })}
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
    </>
  );
};
