import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MonthFigure } from '#shared/contract/month-close.ts';
import { detailPart } from '#shared/domain/month-close/detail-figures.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { startOfSentence } from '../month/start-of-sentence.ts';
import { isOwnFigure } from '../report/figure-parts.ts';
import { useFigureWords } from '../report/use-figure-words.ts';
import classes from './close.module.css';
import { monthInAddress } from './month-name.ts';
import { RestatementCard } from './restatement-card.tsx';
import { SealCard } from './seal-card.tsx';

/** A closed month: what was frozen, what has changed since, and the seal. */
export const ClosedMonth = ({ number }: { number: number }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const sentence = useFailureSentence();
  const navigate = useNavigate();
  const answer = useQuery(orpc.monthClose.get.queryOptions({ input: { number } }));
  const close = answer.data;
  if (close === undefined) {
    return answer.isError ? (
      <ErrorState text={sentence(answer.error)} onRetry={() => void answer.refetch()} />
    ) : null;
  }
  const month = monthInAddress(close.month);
  return (
    <div className={classes.page}>
      <PageTitle
        title={t('closed.title', {
          month: month === null ? close.month : startOfSentence(format.month(month)),
        })}
        subtitle={t('closed.line', {
          n: format.number(close.number),
          by: close.by,
          date: format.date(format.dayAt(close.at)),
          time: format.time(close.at),
        })}
      >
        <Button variant="default" onClick={() => void navigate({ to: '/month/closes' })}>
          {t('closed.all')}
        </Button>
        <Button
          onClick={() =>
            void navigate({
              to: '/month/$month/report',
              params: { month: close.month },
              search: { number: close.number },
            })
          }
        >
          {t('closed.report')}
        </Button>
      </PageTitle>
      <div className={classes.guide}>
        <div className={classes.column}>
          <Card title={t('closed.figures')} aria-label={t('closed.figures')}>
            {close.content === null ? (
              <p className={classes.text}>{t('closed.unreadable')}</p>
            ) : (
              <>
                <FrozenFigures figures={close.content.figures.filter(({ figure }) => isOwnFigure(figure))} />
                <FrozenDetails
                  figures={close.content.figures.filter(({ figure }) => detailPart(figure) !== null)}
                />
              </>
            )}
          </Card>
          <RestatementCard number={number} />
        </div>
        <SealCard close={close} />
      </div>
    </div>
  );
};

const FrozenFigures = ({ figures }: { figures: readonly MonthFigure[] }) => {
  const { nameOf, shownOf } = useFigureWords();
  return (
    <dl className={classes.figures}>
      {figures.map((figure) => (
        <div key={figure.figure}>
          <dt>{nameOf(figure)}</dt>
          <dd className="num">{shownOf(figure)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What else the Month screen showed then; nothing for a month closed before it was frozen. */
const FrozenDetails = ({ figures }: { figures: readonly MonthFigure[] }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  if (figures.length === 0) return null;
  return (
    <details className={classes.more}>
      <summary>{t('closed.more', { count: figures.length, n: format.number(figures.length) })}</summary>
      <FrozenFigures figures={figures} />
    </details>
  );
};
