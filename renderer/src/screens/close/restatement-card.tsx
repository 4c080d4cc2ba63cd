import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFigureWords } from '../report/use-figure-words.ts';
import classes from './close.module.css';

/** What corrections since the close would change; the close itself stays as it is. */
export const RestatementCard = ({ number }: { number: number }) => {
  const { t } = useTranslation('close');
  const { nameOf, written } = useFigureWords();
  const answer = useQuery(orpc.monthClose.restatements.queryOptions({ input: { number } }));
  const lines = answer.data?.lines;
  return (
    <Card title={t('closed.since')} aria-label={t('closed.since')}>
      <FailureBanner error={answer.error} onRetry={() => void answer.refetch()} />
      {lines === undefined ? (
        !answer.isError && (
          <p className={classes.text} role="status">
            {t('loading')}
          </p>
        )
      ) : lines === null ? (
        <p className={classes.text}>{t('closed.notCompared')}</p>
      ) : lines.length === 0 ? (
        <p className={classes.text}>{t('closed.sinceNone')}</p>
      ) : (
        <ul className={classes.found}>
          {lines.map((line) => (
            <li key={`${line.figure}@${line.definition}`} className="num">
              {t('closed.now', {
                figure: nameOf(line),
                today: written({ kind: line.kind, value: line.today }),
                closed: written({ kind: line.kind, value: line.closed }),
              })}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
