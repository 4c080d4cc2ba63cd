import { Button, Progress } from '@mantine/core';
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { type QueryKey, type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './figure-card.module.css';
import { useReportsCounted } from './use-reports-counted.ts';

/** The answer of a report, or how long and how far the screen has been counting with a way to stop, or why there is none. */
export const Asked = <Answer,>({
  answer,
  queryKey,
  children,
}: {
  answer: UseQueryResult<Answer, Error>;
  queryKey: QueryKey;
  children: (figures: Answer) => ReactNode;
}) => {
  const { t } = useTranslation('month');
  const sentence = useFailureSentence();
  const cache = useQueryClient();
  if (answer.data !== undefined) return children(answer.data);
  const again = () => void answer.refetch();
  if (answer.isError) return <ErrorState text={sentence(answer.error)} onRetry={again} />;
  if (answer.fetchStatus === 'idle') {
    return (
      <div className={classes.waiting}>
        <span role="status">{t('figures.stopped')}</span>
        <Button
          variant="default"
          leftSection={<IconRefresh size={20} stroke={1.9} aria-hidden />}
          onClick={again}
        >
          {t('figures.countAgain')}
        </Button>
      </div>
    );
  }
  return <Counting onStop={() => void cache.cancelQueries({ queryKey })} />;
};

/** Nobody needs to read about what takes a blink. */
const quietMs = 400;

const Counting = ({ onStop }: { onStop: () => void }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const begun = Date.now();
    const first = setTimeout(() => setSeconds(0), quietMs);
    const each = setInterval(() => setSeconds(Math.floor((Date.now() - begun) / 1000)), 1000);
    return () => {
      clearTimeout(first);
      clearInterval(each);
    };
  }, []);
  return (
    <div className={classes.waiting} aria-busy>
      {seconds !== null && (
        <>
          <span className="num">{t('figures.counting', { n: format.number(seconds) })}</span>
          <Counted />
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={20} stroke={1.9} aria-hidden />}
            onClick={onStop}
          >
            {t('figures.stop')}
          </Button>
        </>
      )}
    </div>
  );
};

/** How much of the screen is counted; one report alone has no share that could be told. */
const Counted = () => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { done, total } = useReportsCounted();
  if (total < 2) return null;
  const share = t('figures.counted', { done: format.number(done), total: format.number(total) });
  return (
    <span className={classes.counted}>
      <span className="num">{share}</span>
      <Progress value={(done / total) * 100} size="lg" aria-label={share} />
    </span>
  );
};
