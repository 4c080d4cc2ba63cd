import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import classes from './month.module.css';
import { type FreeRange, freeRange, lastDayOf } from './period.ts';

/** The first and the last day of a free range; days the wrong way round leave it as it is. */
export const RangeFields = ({
  range,
  onRange,
}: {
  range: FreeRange;
  onRange: (range: FreeRange) => void;
}) => {
  const { t } = useTranslation('month');
  const last = lastDayOf(range);
  const change = (first: string, until: string) => {
    const changed = freeRange(first, until);
    if (changed !== null) onRange(changed);
  };
  return (
    <>
      <DayInput
        size="md"
        className={classes.dayField ?? ''}
        aria-label={t('period.from')}
        optional={false}
        value={range.from}
        onChange={(day) => day !== null && change(day, last)}
      />
      <DayInput
        size="md"
        className={classes.dayField ?? ''}
        aria-label={t('period.until')}
        optional={false}
        value={last}
        onChange={(day) => day !== null && change(range.from, day)}
      />
    </>
  );
};
