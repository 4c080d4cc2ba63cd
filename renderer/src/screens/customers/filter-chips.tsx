import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './customers-screen.module.css';
import { type ListFilter, listFilters } from './list-view.ts';

/** Offered only where somebody is found: a shop has either chances or those late for them. */
const estimated: readonly ListFilter[] = ['slipping', 'atRisk', 'late'];

/** Who is listed; every chip tells how many. */
export const FilterChips = ({
  value,
  counts,
  onChange,
}: {
  /** Null: the list shows the people of a segment or a figure. */
  value: ListFilter | null;
  counts: Readonly<Record<ListFilter, number>> | undefined;
  onChange: (filter: ListFilter) => void;
}) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const isOffered = (filter: ListFilter) =>
    !estimated.includes(filter) || filter === value || (counts?.[filter] ?? 0) > 0;
  return (
    <fieldset className={classes.chips}>
      <legend className="visually-hidden">{t('chip.label')}</legend>
      {listFilters.filter(isOffered).map((filter) => (
        <button
          key={filter}
          type="button"
          className={classes.chip}
          aria-pressed={filter === value}
          onClick={() => onChange(filter)}
        >
          {t(`chip.${filter}`)}
          <span className={`${classes.chipCount} num`}>
            {counts === undefined ? '' : format.number(counts[filter])}
          </span>
        </button>
      ))}
    </fieldset>
  );
};
