import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#shared/contract/imports.ts';
import { StatTile } from '../../components/stat-tile.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import type { ImportKind } from './column-mapping.ts';
import classes from './import.module.css';
import { toWrite } from './import-counts.ts';

/** The counts of a check or an import. */
export const ReportTiles = ({ kind, report }: { kind: ImportKind; report: ImportReport }) => {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { rows, already, refused, newCustomers, matchedCustomers, firstDay, lastDay, amount } = report;
  const period =
    firstDay === null || lastDay === null
      ? undefined
      : t('check.period', { from: format.date(firstDay, 'short'), to: format.date(lastDay, 'short') });
  const main = format.number(toWrite(kind, report));
  return (
    <div className={classes.tiles}>
      <StatTile
        label={t('check.rows')}
        value={format.number(rows)}
        {...(kind === 'visits' && amount > 0
          ? { note: t('check.amount', { amount: format.money(amount) }) }
          : {})}
      />
      {kind === 'visits' && (
        <StatTile
          label={t(report.dryRun ? 'check.visits' : 'result.visits')}
          value={main}
          {...(period === undefined ? {} : { note: period })}
        />
      )}
      {kind === 'balances' ? (
        <StatTile label={t('check.balances')} value={format.number(amount)} />
      ) : (
        <StatTile label={t('check.newCustomers')} value={format.number(newCustomers)} />
      )}
      <StatTile label={t('check.matched')} value={format.number(matchedCustomers)} />
      <StatTile label={t('check.already')} value={format.number(already)} />
      <StatTile label={t('check.refused')} value={format.number(refused)} />
    </div>
  );
};
