import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { Pauses } from '../risk/pauses.tsx';

/** Absences somebody told of: a long holiday is no reason to worry. */
export const AbsencesCard = ({ customerId }: { customerId: number }) => {
  const { t } = useTranslation('outlook');
  const cache = useQueryClient();
  const answer = useQuery(orpc.outlook.ofCustomer.queryOptions({ input: { customerId } }));
  const onSuccess = () => cache.invalidateQueries({ queryKey: orpc.outlook.key() });
  const add = useMutation(orpc.outlook.addAbsence.mutationOptions({ onSuccess }));
  const end = useMutation(orpc.outlook.endAbsence.mutationOptions({ onSuccess }));
  return (
    <Card title={t('absence.title')}>
      <Pauses
        pauses={answer.data?.absences ?? []}
        isAdding={add.isPending}
        onAdd={(from, to) => add.mutateAsync({ requestId: newRequestId(), customerId, from, to })}
        onTakeBack={(id) => end.mutate({ requestId: newRequestId(), customerId, id })}
      />
      <FailureBanner error={add.error ?? end.error} />
    </Card>
  );
};
