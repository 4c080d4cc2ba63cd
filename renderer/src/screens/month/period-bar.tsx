import { Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './month.module.css';
import { windowChoices } from './month-view.ts';
import { formatPeriod, offeredPeriods, type Period, parsePeriod, type Span, stepPeriod } from './period.ts';
import { usePeriodName } from './use-period-name.ts';

/** All periods of a kind from the latest to the first. */
const periodsBack = (first: Period, last: Period): readonly Period[] => {
  const steps = first.kind === 'month' ? 1 : 3;
  const count = Math.floor((last.first - first.first) / steps) + 1;
  return Array.from({ length: count }, (_, index) => stepPeriod(last, -index));
};

/** Which month or quarter, which window, and print. */
export const PeriodBar = ({
  period,
  span,
  window,
  onPeriod,
  onWindow,
}: {
  period: Period;
  span: Span;
  window: number;
  onPeriod: (period: Period) => void;
  onWindow: (days: number) => void;
}) => {
  const { t } = useTranslation(['month', 'common']);
  const format = useFormat();
  const nameOf = usePeriodName();
  const offered = offeredPeriods(period.kind, span);
  const groups = (['month', 'quarter'] as const).map((kind) => {
    const all = offeredPeriods(kind, span);
    return {
      group: t(`period.${kind}`),
      items: (all === null ? [] : periodsBack(all.first, all.last)).map((each) => ({
        value: formatPeriod(each),
        label: nameOf(each),
      })),
    };
  });
  const windows = [...new Set([...windowChoices, window])].sort((a, b) => a - b);
  const previous = stepPeriod(period, -1);
  const next = stepPeriod(period, 1);
  return (
    <div className={`${classes.periodBar} no-print`}>
      <Button
        variant="default"
        px={12}
        aria-label={t('period.previous', { period: nameOf(previous) })}
        disabled={offered === null || previous.first < offered.first.first}
        onClick={() => onPeriod(previous)}
      >
        <IconChevronLeft size={22} stroke={2} aria-hidden />
      </Button>
      <NativeSelect
        size="md"
        className={classes.periodSelect ?? ''}
        aria-label={t('period.choose')}
        aria-description={t('period.keys')}
        value={formatPeriod(period)}
        data={groups}
        onChange={(event) => {
          const chosen = parsePeriod(event.currentTarget.value);
          if (chosen !== null) onPeriod(chosen);
        }}
      />
      <Button
        variant="default"
        px={12}
        aria-label={t('period.next', { period: nameOf(next) })}
        disabled={offered === null || next.first > offered.last.first}
        onClick={() => onPeriod(next)}
      >
        <IconChevronRight size={22} stroke={2} aria-hidden />
      </Button>
      <NativeSelect
        size="md"
        className={classes.windowSelect ?? ''}
        aria-label={t('window.label')}
        value={String(window)}
        data={windows.map((days) => ({
          value: String(days),
          label: t('window.days', { count: days, n: format.number(days) }),
        }))}
        onChange={(event) => onWindow(Number(event.currentTarget.value))}
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
