import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './bars.module.css';
import { ShowNames } from './count-button.tsx';
import type { NamesOf } from './month-view.ts';

export interface Bar {
  readonly label: string;
  readonly people: number;
  readonly names: NamesOf;
}

/** So many labels have room beside each other in one line; those of more take two. */
const mostInLine = 6;

/** People by class as columns with their number on top; each opens its names. */
export const Bars = ({ bars }: { bars: readonly Bar[] }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const show = useContext(ShowNames);
  const highest = Math.max(1, ...bars.map(({ people }) => people));
  return (
    <div className={classes.bars} data-many={bars.length > mostInLine || undefined}>
      {bars.map(({ label, people, names }) => (
        <button
          key={label}
          type="button"
          className={classes.bar}
          aria-haspopup="dialog"
          onClick={() => show(names)}
        >
          <span className={classes.plot}>
            <span className={`${classes.people} num`}>{format.number(people)}</span>
            <span className={classes.column} style={{ flexBasis: `${(people / highest) * 82}%` }} />
          </span>
          <span className={classes.label}>{label}</span>
          <span className="visually-hidden">. {t('showNames')}</span>
        </button>
      ))}
    </div>
  );
};
