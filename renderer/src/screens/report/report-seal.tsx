import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClosedContent, MonthClose } from '#shared/contract/month-close.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './report.module.css';
import { useFigureWords } from './use-figure-words.ts';

const steps = [
  ...(['unfinished', 'duplicates', 'overdrawn', 'rollForward'] as const),
  ...(['oddDays', 'figures', 'export', 'backup'] as const),
];

/** Changes that have room on the first page; all of them stand in the file of the close. */
const linesShown = 3;

/** Below the story of a closed month: the seal in full, what was left out, and what corrections since would change. */
export const ReportSeal = ({ close }: { close: MonthClose & { readonly content: ClosedContent | null } }) => {
  const { t } = useTranslation(['report', 'close']);
  const format = useFormat();
  const { content, reopened } = close;
  const replaces = content?.replaces ?? null;
  const dateOf = (at: number): string => format.date(format.dayAt(at));
  /** A step that later versions do not have any more keeps the name it was frozen with. */
  const stepName = (step: string): string => {
    const known = steps.find((each) => each === step);
    return known === undefined ? step : t(`close:step.${known}`);
  };
  const skipped = (content?.steps ?? []).filter(({ state }) => state === 'skipped');
  return (
    <section className={classes.seal} aria-label={t('seal.title')}>
      <h3>{t('seal.title')}</h3>
      <p>
        {t('seal.number', {
          n: format.number(close.number),
          by: close.by,
          date: dateOf(close.at),
          time: format.time(close.at),
        })}
        {content !== null &&
          `. ${t('seal.figures', { count: content.figures.length, n: format.number(content.figures.length) })}`}
      </p>
      <dl>
        <div>
          <dt>{t('seal.hash')}</dt>
          <dd>{close.hash}</dd>
        </div>
        <div>
          <dt>{t('seal.previous')}</dt>
          <dd>{close.previousHash ?? t('seal.first')}</dd>
        </div>
      </dl>
      {replaces !== null && (
        <p>{t('seal.replaces', { n: format.number(replaces.number), reason: replaces.reason })}</p>
      )}
      {reopened !== null && (
        <p>{t('seal.reopened', { by: reopened.by, date: dateOf(reopened.at), reason: reopened.reason })}</p>
      )}
      {skipped.length > 0 && (
        <p>
          {skipped
            .map(({ step, reason }) => t('seal.skipped', { step: stepName(step), reason: reason ?? '' }))
            .join(' · ')}
        </p>
      )}
      {content !== null && <Since number={close.number} />}
    </section>
  );
};

const Since = ({ number }: { number: number }) => {
  const { t } = useTranslation(['report', 'close']);
  const format = useFormat();
  const { nameOf, written } = useFigureWords();
  const { data } = useQuery(orpc.monthClose.restatements.queryOptions({ input: { number } }));
  if (data === undefined) return null;
  const date = format.date(format.dayAt(Date.now()));
  const { lines } = data;
  if (lines === null) return <p>{t('close:closed.notCompared')}</p>;
  if (lines.length === 0) return <p>{t('seal.sinceNone', { date })}</p>;
  const left = lines.length - linesShown;
  return (
    <>
      <p>{t('seal.since', { date })}</p>
      <ul>
        {lines.slice(0, linesShown).map((line) => (
          <li key={`${line.figure}@${line.definition}`} className="num">
            {t('seal.line', {
              figure: nameOf(line),
              closed: written({ kind: line.kind, value: line.closed }),
              today: written({ kind: line.kind, value: line.today }),
            })}
          </li>
        ))}
        {left > 0 && <li>{t('seal.more', { count: left, n: format.number(left) })}</li>}
      </ul>
    </>
  );
};
