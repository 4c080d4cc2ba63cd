import type { InferContractRouterOutputs } from '@orpc/contract';
import { useTranslation } from 'react-i18next';
import type { customers } from '#shared/contract/customers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './membership.module.css';

type Preview = InferContractRouterOutputs<typeof customers>['mergePreview'];

/** What a merge will do: visits, cards and each balance, before it is done. */
export const MergePreview = ({ preview }: { preview: Preview }) => {
  const { t } = useTranslation(['membership', 'customers']);
  const format = useFormat();
  const { kept, merged, visits, balances, cards } = preview;
  const rows = [
    { key: 'visits', label: t('merge.visits'), kept: kept.visits, merged: merged.visits, after: visits },
    ...balances.map((unit) => ({
      ...unit,
      key: String(unit.unitId),
      label: unit.kind === 'points' ? t('customers:balance.points') : unit.name,
    })),
  ];
  return (
    <>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('merge.caption')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{kept.name}</th>
            <th scope="col">{merged.name}</th>
            <th scope="col">{t('merge.together')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td className="num">{format.number(row.kept)}</td>
              <td className="num">{format.number(row.merged)}</td>
              <td className="num">
                <strong>{format.number(row.after)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.quiet}>{t('merge.cards', { count: cards, n: format.number(cards) })}</p>
      <p className={classes.quiet}>{t('merge.keepsName', { name: kept.name })}</p>
    </>
  );
};
