import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { DayInput } from '../../components/day-input.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './risk.module.css';

/** Days the shop is closed: written down, taken back. They count for everybody from the next look on. */
export const ClosedDays = () => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const cache = useQueryClient();
  const answer = useQuery(orpc.outlook.closedDays.queryOptions());
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const onSuccess = (closed: { closed: { id: number; from: string; to: string }[] }) =>
    cache.setQueryData(orpc.outlook.closedDays.queryKey(), closed);
  const add = useMutation(
    orpc.outlook.addClosedDays.mutationOptions({
      onSuccess: (closed) => {
        onSuccess(closed);
        setFrom(null);
        setTo(null);
      },
    }),
  );
  const end = useMutation(orpc.outlook.endClosedDays.mutationOptions({ onSuccess }));
  const spanOf = (first: string, last: string): string =>
    first === last ? format.date(first) : `${format.date(first)} – ${format.date(last)}`;
  return (
    <div className={classes.pauses}>
      <h3>{t('closed.title')}</h3>
      <p>{t('closed.text')}</p>
      {answer.data?.closed.length === 0 && <p className={classes.quiet}>{t('closed.none')}</p>}
      {answer.data?.closed.map((pause) => (
        <div key={pause.id} className={classes.pauseRow}>
          <span>{spanOf(pause.from, pause.to)}</span>
          <ActionIcon
            variant="subtle"
            size={48}
            aria-label={t('closed.takeBack', { days: spanOf(pause.from, pause.to) })}
            onClick={() => end.mutate({ requestId: newRequestId(), id: pause.id })}
          >
            <IconTrash size={20} stroke={1.9} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <form
        className={classes.pauseForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (from !== null) add.mutate({ requestId: newRequestId(), from, to: to ?? from });
        }}
      >
        <DayInput label={t('closed.from')} value={from} onChange={setFrom} />
        <DayInput label={t('closed.to')} value={to} onChange={setTo} />
        <Button type="submit" disabled={from === null} loading={add.isPending}>
          {t('closed.add')}
        </Button>
      </form>
      <FailureBanner error={answer.error ?? add.error ?? end.error} />
    </div>
  );
};
