import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { type Pause, Pauses } from './pauses.tsx';
import classes from './risk.module.css';

/** Days the shop is closed: written down, taken back. They count for everybody from the next look on. */
export const ClosedDays = () => {
  const { t } = useTranslation('outlook');
  const cache = useQueryClient();
  const answer = useQuery(orpc.outlook.closedDays.queryOptions());
  const onSuccess = (closed: { closed: Pause[] }) =>
    cache.setQueryData(orpc.outlook.closedDays.queryKey(), closed);
  const add = useMutation(orpc.outlook.addClosedDays.mutationOptions({ onSuccess }));
  const end = useMutation(orpc.outlook.endClosedDays.mutationOptions({ onSuccess }));
  const closed = answer.data?.closed;
  return (
    <div className={classes.words}>
      <h3>{t('closed.title')}</h3>
      <p>{closed?.length === 0 ? `${t('closed.text')} ${t('closed.none')}` : t('closed.text')}</p>
      <Pauses
        pauses={closed ?? []}
        isAdding={add.isPending}
        onAdd={(from, to) => add.mutateAsync({ requestId: newRequestId(), from, to })}
        onTakeBack={(id) => end.mutate({ requestId: newRequestId(), id })}
      />
      <FailureBanner error={answer.error ?? add.error ?? end.error} />
    </div>
  );
};
