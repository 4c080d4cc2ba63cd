import { useTranslation } from 'react-i18next';
import type { SimulatedMonth } from '#shared/contract/loyalty.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from '../loyalty.module.css';
import { monthOfText } from './cost-card.tsx';
import { totalOf } from './simulation-total.ts';

const columns = ['points', 'stamps', 'redemptions', 'cost'] as const;

/** Month by month: what was given and what it cost by today's rules, and by the draft. */
export const SimulationTable = ({
  months,
  since,
  redemptionRate,
}: {
  months: readonly SimulatedMonth[];
  /** First day that was replayed, when its month began before it. */
  since: string | null;
  redemptionRate: number | null;
}) => {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  if (months.length === 0) return <p className={classes.quiet}>{t('simulation.none')}</p>;
  const shown = (column: (typeof columns)[number], value: number): string =>
    column === 'cost' ? format.money(Math.round(value)) : format.number(Math.round(value));
  const nameOf = (text: string): string => {
    const month = monthOfText(text);
    if (month === null) return text;
    const name = format.month(month);
    return since?.startsWith(text)
      ? t('simulation.monthFrom', { month: name, date: format.dayOfMonth(since) })
      : name;
  };
  const rows = [
    ...months.map((month) => ({ ...month, name: nameOf(month.month) })),
    ...(months.length > 1 ? [{ ...totalOf(months), name: t('simulation.total') }] : []),
  ];
  return (
    <>
      <div className={classes.wide}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('simulation.month')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('simulation.visits')}
              </th>
              {columns.map((column) => (
                <th key={column} scope="colgroup" colSpan={2}>
                  {t(`simulation.${column}`)}
                </th>
              ))}
            </tr>
            <tr>
              {columns.flatMap((column) => [
                <th key={`${column} now`} scope="col">
                  {t('simulation.now')}
                </th>,
                <th key={`${column} draft`} scope="col">
                  {t('simulation.draft')}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} data-total={row.month === '' || undefined}>
                <th scope="row">{row.name}</th>
                <td className="num">{format.number(row.visits)}</td>
                {columns.flatMap((column) => [
                  <td key={`${column} now`} className="num">
                    {shown(column, row.now[column])}
                  </td>,
                  <td key={`${column} draft`} className={`${classes.draft} num`}>
                    {shown(column, row.draft[column])}
                  </td>,
                ])}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.quiet}>
        {redemptionRate === null
          ? t('simulation.noRate')
          : t('simulation.rate', { rate: format.percent(redemptionRate, 0) })}
      </p>
    </>
  );
};
