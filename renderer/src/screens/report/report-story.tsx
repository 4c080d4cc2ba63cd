import { useTranslation } from 'react-i18next';
import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { CloseDamages } from '../close/close-damages.tsx';
import { shortHash } from '../close/month-name.ts';
import { startOfSentence } from '../month/start-of-sentence.ts';
import type { OwnFigure } from './figure-parts.ts';
import classes from './report.module.css';
import { ReportAgainst } from './report-against.tsx';
import { ReportSeal } from './report-seal.tsx';
import { useFigureWords } from './use-figure-words.ts';
import type { Report } from './use-report.ts';
import type { ReportBefore } from './use-report-before.ts';

const flow = ['activeAtStart', 'newAndActive', 'reactivated', 'lapsed', 'activeAtEnd'] as const;

/** First sheet: whether people keep coming back, why, and what it was worth, in sentences. */
export const ReportStory = ({
  at,
  report,
  before,
}: {
  at: BusinessMonth;
  report: Report;
  /** Null while it is looked up, and where nothing is compared. */
  before: ReportBefore | null;
}) => {
  const { t } = useTranslation('report');
  const format = useFormat();
  const words = useFigureWords();
  const { shop } = useShop();
  const find = (name: OwnFigure) => report.figures.find(({ figure }) => figure === name);
  const number = (name: OwnFigure): string => {
    const figure = find(name);
    return figure === undefined ? t('noData') : words.written(figure);
  };
  const retention = find('retention');
  const people = (name: OwnFigure): number => find(name)?.value ?? 0;
  const most = Math.max(1, ...flow.map(people));
  return (
    <article className={classes.sheet} aria-label={t('story')}>
      <p className={classes.shop}>{shop.name}</p>
      <h2 className={classes.month}>{startOfSentence(format.month(at))}</h2>
      <ReportState report={report} />
      {report.close !== null && <CloseDamages closes={[report.close]} />}
      {retention !== undefined && (
        <>
          <p className={classes.hero}>
            <span className="num">{words.shownOf(retention)}</span>{' '}
            {t(retention.value === null ? 'nobodyAtStart' : 'headline')}
          </p>
          <p className={classes.sub}>
            {retention.value !== null && words.basisOf(retention)}
            {retention.low !== null &&
              retention.high !== null &&
              `. ${t('likely', { low: format.percent(retention.low), high: format.percent(retention.high) })}`}
          </p>
        </>
      )}
      <p className={classes.sentence}>
        {t('flow', {
          S: number('activeAtStart'),
          kept: number('kept'),
          lapsed: number('lapsed'),
          R: number('reactivated'),
          N: number('newAndActive'),
          E: number('activeAtEnd'),
        })}
      </p>
      <dl className={classes.flow}>
        {flow.map((name) => (
          <div key={name}>
            <dt>{t(`figure.${name}`)}</dt>
            <dd>
              {people(name) > 0 && (
                <span
                  className={classes.flowBar}
                  data-out={name === 'lapsed' || undefined}
                  style={{ width: barWidth(people(name) / most) }}
                  aria-hidden
                />
              )}
              <b className="num">{`${people(name) > 0 ? sign(name) : ''}${number(name)}`}</b>
            </dd>
          </div>
        ))}
      </dl>
      {retention !== undefined && retention.value !== null && (
        <p className={classes.sentence}>{t('textbook', { share: number('textbookRetention') })}</p>
      )}
      {people('customers') > 0 && (
        <p className={classes.sentence}>
          {t('visitsStory', {
            customers: number('customers'),
            visits: number('visits'),
            mean: number('frequency'),
          })}
        </p>
      )}
      {(find('sales')?.value ?? 0) > 0 && (
        <p className={classes.sentence}>
          {t('moneyStory', {
            sales: number('sales'),
            members: number('memberSales'),
            average: number('averageSpend'),
          })}{' '}
          {(find('rewardCost')?.value ?? 0) > 0 &&
            t('rewardStory', { cost: number('rewardCost'), share: number('rewardCostShare') })}
        </p>
      )}
      {before !== null && <ReportAgainst at={at} figures={report.figures} before={before} />}
      {report.close !== null && <ReportSeal close={report.close} />}
    </article>
  );
};

/** The share of what its row leaves beside the number. */
const barWidth = (share: number): string => `calc((100% - var(--figure)) * ${share})`;

const sign = (name: (typeof flow)[number]): string =>
  name === 'lapsed' ? '\u2212' : name === 'newAndActive' || name === 'reactivated' ? '+' : '';

const ReportState = ({ report }: { report: Report }) => {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { close } = report;
  const today = format.date(format.dayAt(Date.now()));
  return (
    <p className={classes.state}>
      {close === null
        ? t(report.unfinished ? 'soFar' : 'open', { date: today })
        : t('frozen', {
            n: format.number(close.number),
            by: close.by,
            date: format.date(format.dayAt(close.at)),
            hash: shortHash(close.hash),
          })}
      {close?.content ? ` ${t('window', { n: format.number(close.content.window) })}` : ''}
    </p>
  );
};
