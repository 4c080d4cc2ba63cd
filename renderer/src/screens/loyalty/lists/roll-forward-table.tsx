import type { InferContractRouterOutputs } from '@orpc/contract';
import { useTranslation } from 'react-i18next';
import type { loyalty } from '#shared/contract/loyalty.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from './lists.module.css';

export type RollForward = InferContractRouterOutputs<typeof loyalty>['reconciliation']['units'][number];

/** The columns with entries behind them, in the order of the sum. */
export const entryColumns = ['earned', 'adjusted', 'redeemed', 'expired'] as const;
export type EntryColumn = (typeof entryColumns)[number];

/** What goes out is taken off in the sum. */
const signOf = (column: EntryColumn): 1 | -1 => (column === 'redeemed' || column === 'expired' ? -1 : 1);

const costOf = (unit: RollForward, column: EntryColumn): number => unit[`${column}Cost`];

/** Whether a row closes, in amount and in money: opening + earned + adjusted - redeemed - expired = closing. */
export const closes = (unit: RollForward): boolean => {
  const sum = (of: (column: EntryColumn) => number, opening: number): number =>
    entryColumns.reduce((total, column) => total + signOf(column) * of(column), opening);
  return (
    sum((column) => unit[column], unit.opening) === unit.closing &&
    sum((column) => costOf(unit, column), unit.openingCost) === unit.closingCost
  );
};

/** One row per unit, in amounts, and in money at reward cost. */
export const RollForwardTable = ({
  units,
  onOpen,
}: {
  units: readonly RollForward[];
  onOpen: (unit: RollForward, column: EntryColumn) => void;
}) => {
  const { t } = useTranslation('lists');
  const format = useFormat();
  return (
    <table className={classes.table} data-figures>
      <caption className={classes.caption}>{t('reconciliation.formula')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reconciliation.unit')}</th>
          <th scope="col">{t('reconciliation.opening')}</th>
          {entryColumns.map((column) => (
            <th key={column} scope="col">
              {t(`reconciliation.${column}`)}
            </th>
          ))}
          <th scope="col">{t('reconciliation.closing')}</th>
        </tr>
      </thead>
      {units.map((unit) => {
        const name = unit.kind === 'points' ? t('points') : unit.name;
        return (
          <tbody key={unit.unitId}>
            <tr>
              <th scope="row">{name}</th>
              <td className="num">{format.number(unit.opening)}</td>
              {entryColumns.map((column) => (
                <td key={column} className="num">
                  <button
                    type="button"
                    className={classes.figure}
                    disabled={unit[column] === 0}
                    aria-label={t('reconciliation.open', {
                      name,
                      column: t(`reconciliation.${column}`),
                      n: format.number(unit[column]),
                    })}
                    onClick={() => onOpen(unit, column)}
                  >
                    {(signOf(column) < 0 && unit[column] !== 0 ? '\u2212' : '') + format.number(unit[column])}
                  </button>
                </td>
              ))}
              <td className="num">
                <strong>{format.number(unit.closing)}</strong>
              </td>
            </tr>
            <tr className={classes.costs}>
              <th scope="row">
                {t('reconciliation.atCost')}
                {!closes(unit) && <span className={classes.broken}> {t('reconciliation.broken')}</span>}
              </th>
              <td className="num">{format.money(unit.openingCost)}</td>
              {entryColumns.map((column) => (
                <td key={column} className="num">
                  {format.money(signOf(column) * costOf(unit, column) || 0)}
                </td>
              ))}
              <td className="num">{format.money(unit.closingCost)}</td>
            </tr>
          </tbody>
        );
      })}
    </table>
  );
};
