import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './figures.module.css';
import type { NamesOf } from './month-view.ts';

/** Opens the names behind a figure; given by the screen. */
export const ShowNames = createContext<(group: NamesOf) => void>(() => undefined);

/** A number of people that opens their names. `label` says what is counted, `letter` how formulas call it. */
export const CountButton = ({
  group,
  count,
  label,
  letter,
  shape = 'box',
  shown,
}: {
  group: NamesOf;
  count: number;
  label: string;
  letter?: string;
  /** `box`: number over label, as in a formula; `cell`: label over number; `inline`: inside a sentence. */
  shape?: 'box' | 'cell' | 'inline';
  /** Shown instead of the plain number. */
  shown?: string;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const show = useContext(ShowNames);
  const figure = shown ?? format.number(count);
  return (
    <button type="button" className={classes[shape]} aria-haspopup="dialog" onClick={() => show(group)}>
      {shape === 'cell' && <span className={classes.cellLabel}>{label}</span>}
      <span className={`${classes.count} num`}>{figure}</span>
      {shape === 'box' && (
        <span className={classes.boxLabel}>
          {letter !== undefined && <b>{letter} </b>}
          {label}
        </span>
      )}
      <span className="visually-hidden">
        {shape === 'inline' && `. ${label}`}. {t('showNames')}
      </span>
    </button>
  );
};
