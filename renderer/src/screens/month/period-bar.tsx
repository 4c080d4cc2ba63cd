import { Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './month.module.css';
import { type ActivityWindow, windowChoices } from './month-view.ts';
import {
  formatPeriod,
  isOffered,
  type Period,
  parsePeriod,
  periodDays,
  periodsBack,
  type Span,
  stepPeriod,
} from './period.ts';
import { RangeFields } from './range-fields.tsx';
import { usePeriodName } from './use-period-name.ts';

/** Which month, quarter, year or days, which window, and print. */
export const PeriodBar = ({
  period,
  span,
  window,
  onPeriod,
  onWindow,
}: {
  period: Period;
  span: Span;
  window: ActivityWindow;
  onPeriod: (period: Period) => void;
  onWindow: (window: ActivityWindow) => void;
}) => {
  const { t } = useTranslation(['month', 'common']);
  const format = useFormat();
  const nameOf = usePeriodName();
  const groups = (['month', 'quarter', 'year'] as const).map((kind) => ({
    group: t(`period.${kind}`),
    items: periodsBack(kind, span).map((each) => ({ value: formatPeriod(each), label: nameOf(each) })),
  }));
  const windows = [...new Set([...windowChoices, ...(typeof window === 'number' ? [window] : [])])];
  const previous = stepPeriod(period, -1);
  const next = stepPeriod(period, 1);
  return (
    <div className={`${classes.periodBar} no-print`}>
      {period.kind === 'range' && <RangeFields range={period} onRange={onPeriod} />}
      <Button
        variant="default"
        px={12}
        aria-label={t('period.previous', { period: nameOf(previous) })}
        disabled={!isOffered(previous, span)}
        onClick={() => onPeriod(previous)}
      >
        <IconChevronLeft size={22} stroke={2} aria-hidden />
      </Button>
      <NativeSelect
        size="md"
        className={classes.periodSelect ?? ''}
        aria-label={t('period.choose')}
        aria-description={t('period.keys')}
        value={period.kind === 'range' ? 'range' : formatPeriod(period)}
        data={[...groups, { value: 'range', label: t('period.range') }]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const chosen =
            value === 'range' ? ({ kind: 'range', ...periodDays(period) } as const) : parsePeriod(value);
          if (chosen !== null) onPeriod(chosen);
        }}
      />
      <Button
        variant="default"
        px={12}
        aria-label={t('period.next', { period: nameOf(next) })}
        disabled={!isOffered(next, span)}
        onClick={() => onPeriod(next)}
      >
        <IconChevronRight size={22} stroke={2} aria-hidden />
      </Button>
      <NativeSelect
        size="md"
        className={classes.windowSelect ?? ''}
        aria-label={t('window.label')}
        value={String(window)}
        data={[
          ...windows
            .sort((a, b) => a - b)
            .map((days) => ({
              value: String(days),
              label: t('window.days', { count: days, n: format.number(days) }),
            })),
          { value: 'previous-period', label: t('window.previous') },
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onWindow(value === 'previous-period' ? value : Number(value));
        }}
      />
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
        onClick={() => globalThis.print()}
      >
        {t('common:print')}
      </Button>
    </div>
  );
};
