import { useTranslation } from 'react-i18next';
import { type BusinessMonth, businessMonth } from '#shared/domain/business-day/business-day.ts';
import { compareMonths, type SharedFigure } from '#shared/domain/month-close/compare-months.ts';
import type { MonthFigure } from '#shared/domain/month-close/month-figures.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { fewestForPercent } from '../month/share-words.ts';
import { startOfSentence } from '../month/start-of-sentence.ts';
import type { OwnFigure } from './figure-parts.ts';
import classes from './report.module.css';
import { useFigureWords } from './use-figure-words.ts';
import type { ReportBefore } from './use-report-before.ts';

/** How a month compares with the one before, in words: a direction only where chance is ruled out. */
export const ReportAgainst = ({
  at,
  figures,
  before,
}: {
  at: BusinessMonth;
  figures: readonly MonthFigure[];
  before: ReportBefore;
}) => {
  const { t } = useTranslation('report');
  const format = useFormat();
  const month = format.month(businessMonth(at - 1));
  return (
    <section className={classes.against} aria-label={t('against.title', { month })}>
      <h3>{t('against.title', { month })}</h3>
      {before.kind === 'figures' ? (
        <Compared figures={figures} then={before.figures} />
      ) : (
        <p className={classes.sentence}>{t(`against.${before.kind}`, { month: startOfSentence(month) })}</p>
      )}
    </section>
  );
};

const Compared = ({ figures, then }: { figures: readonly MonthFigure[]; then: readonly MonthFigure[] }) => {
  const { t } = useTranslation('report');
  const words = useFigureWords();
  const told = (list: readonly MonthFigure[], name: OwnFigure): string => {
    const figure = list.find((one) => one.figure === name);
    return figure === undefined ? t('noData') : words.written(figure);
  };
  const had = (name: OwnFigure): boolean => (then.find((one) => one.figure === name)?.value ?? 0) > 0;
  return (
    <>
      {compareMonths(figures, then).map((shared) => (
        <p key={shared.now.figure} className={classes.sentence}>
          <ChangeSentence shared={shared} />
        </p>
      ))}
      {had('customers') && (
        <p className={classes.sentence}>
          {t('against.visits', {
            customers: told(then, 'customers'),
            visits: told(then, 'visits'),
            mean: told(then, 'frequency'),
            newThen: told(then, 'newCustomers'),
            newNow: told(figures, 'newCustomers'),
          })}
        </p>
      )}
      {had('sales') && (
        <p className={classes.sentence}>
          {t('against.money', { sales: told(then, 'sales'), average: told(then, 'averageSpend') })}
        </p>
      )}
    </>
  );
};

const ChangeSentence = ({ shared: { now, before, change } }: { shared: SharedFigure }) => {
  const { t } = useTranslation('report');
  const format = useFormat();
  const words = useFigureWords();
  const said = { figure: words.nameOf(now), before: words.shownOf(before), now: words.shownOf(now) };
  if (change.kind === 'none') return t('against.none', { ...said, fewest: format.number(fewestForPercent) });
  const { low, high } = change.interval;
  const size = (share: number): string => format.number(Math.abs(share) * 100, 1);
  if (change.kind === 'unclear') {
    return t('against.unclear', {
      ...said,
      low: `\u2212${size(low)}`,
      high: `+${size(high)}`,
    });
  }
  const [least, most] = change.kind === 'up' ? [low, high] : [high, low];
  return t(`against.${change.kind}`, {
    ...said,
    by: size(change.difference),
    low: size(least),
    high: size(most),
  });
};
