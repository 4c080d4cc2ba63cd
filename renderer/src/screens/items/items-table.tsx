import { useTranslation } from 'react-i18next';
import type { Item } from '#shared/contract/items.ts';
import plain from '../../components/plain-table.module.css';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './items.module.css';

/** The catalogue as a table; a row's name is the button that opens it. */
export const ItemsTable = ({
  items,
  selectedId,
  narrow,
  onSelect,
}: {
  items: readonly Item[];
  selectedId: number | null;
  narrow: boolean;
  onSelect: (item: Item) => void;
}) => {
  const { t } = useTranslation('items');
  const format = useFormat();
  return (
    <table className={`${plain.table} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          {!narrow && <th scope="col">{t('column.category')}</th>}
          <th scope="col" className={classes.right}>
            {t('column.price')}
          </th>
          <th scope="col" className={classes.right}>
            {t('column.quick')}
          </th>
          {!narrow && <th scope="col">{t('column.state')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr
            key={item.id}
            data-off={!item.active || undefined}
            data-open={item.id === selectedId || undefined}
          >
            <th scope="row">
              <button type="button" className={classes.name} onClick={() => onSelect(item)}>
                {item.name}
              </button>
            </th>
            {!narrow && <td>{item.category === '' ? t('noCategory') : item.category}</td>}
            <td className={`${classes.right} num`}>{format.money(item.price)}</td>
            <td className={`${classes.right} num`}>{item.quickPosition ?? '–'}</td>
            {!narrow && <td>{item.active ? t('onSale') : t('notOnSale')}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
