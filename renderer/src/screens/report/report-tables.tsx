import { useTranslation } from 'react-i18next';
import type { MonthFigure } from '#shared/contract/month-close.ts';
import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { startOfSentence } from '../month/start-of-sentence.ts';
import { isOwnFigure, rollColumns, rollForwardPart } from './figure-parts.ts';
import classes from './report.module.css';
import { useFigureWords } from './use-figure-words.ts';
import type { Report } from './use-report.ts';

/** Second sheet: every figure with what it rests on and what it means, and the roll-forward of each unit. */
export const ReportTables = ({ at, report }: { at: BusinessMonth; report: Report }) => {
  const { t } = useTranslation('report');
  const format = useFormat();
  const words = useFigureWords();
  const { shop } = useShop();
  return (
    <article className={classes.sheet} aria-label={t('tables')}>
      <p className={classes.shop}>
        {shop.name} · {startOfSentence(format.month(at))}
      </p>
      <table className={classes.table}>
        <caption>{t('figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figureHead')}</th>
            <th scope="col">{t('valueHead')}</th>
            <th scope="col">{t('basisHead')}</th>
            <th scope="col">{t('meaningHead')}</th>
          </tr>
        </thead>
        <tbody>
          {report.figures.map(
            (figure) =>
              isOwnFigure(figure.figure) && (
                <tr key={figure.figure}>
                  <th scope="row">{words.nameOf(figure)}</th>
                  <td className="num">{words.shownOf(figure)}</td>
                  <td className="num">{words.basisOf(figure)}</td>
                  <td>{t(`meaning.${figure.figure}`)}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
      <RollForwards figures={report.figures} />
    </article>
  );
};

const RollForwards = ({ figures }: { figures: readonly MonthFigure[] }) => {
  const { t } = useTranslation('report');
  const { unitOf, written } = useFigureWords();
  const parts = figures.flatMap((figure) => {
    const part = rollForwardPart(figure.figure);
    return part === null ? [] : [{ ...part, figure }];
  });
  const units = [...new Map(parts.map(({ unitId, figure }) => [unitId, unitOf(figure.unitName)]))];
  if (units.length === 0) return null;
  const cell = (unitId: number, column: string, cost: boolean): string => {
    const found = parts.find((one) => one.unitId === unitId && one.column === column && one.cost === cost);
    return found === undefined ? '' : written(found.figure);
  };
  return (
    <table className={classes.table}>
      <caption>{t('roll')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          {rollColumns.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
          <th scope="col">{t('owed')}</th>
        </tr>
      </thead>
      <tbody>
        {units.map(([unitId, name]) => (
          <tr key={unitId}>
            <th scope="row">{name}</th>
            {rollColumns.map((column) => (
              <td key={column} className="num">
                {cell(unitId, column, false)}
              </td>
            ))}
            <td className="num">{cell(unitId, 'closing', true)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
