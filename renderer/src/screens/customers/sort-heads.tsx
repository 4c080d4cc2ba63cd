import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './customers-screen.module.css';
import type { ListColumn } from './list-columns.ts';
import type { ListQuestion } from './list-question.ts';
import type { ListSort } from './list-view.ts';

/** The table's heads; those that sort are buttons. */
export const SortHeads = ({
  columns,
  question,
  onSort,
}: {
  columns: readonly ListColumn[];
  question: ListQuestion;
  onSort: (sort: ListSort) => void;
}) => {
  const { t } = useTranslation('customers');
  const Arrow = question.descending ? IconArrowDown : IconArrowUp;
  const direction = question.descending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ key, sort, end }) => (
          <th
            key={key}
            scope="col"
            data-column={key}
            data-end={end || undefined}
            aria-sort={sort !== null && sort === question.sort ? direction : undefined}
          >
            {sort === null ? (
              t(`column.${key}`)
            ) : (
              <button type="button" className={classes.sort} onClick={() => onSort(sort)}>
                {t(`column.${key}`)}
                {sort === question.sort && <Arrow size={16} stroke={2.2} aria-hidden />}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
};
