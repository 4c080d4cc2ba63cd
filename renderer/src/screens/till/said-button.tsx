import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';

/** Ticks off what was to be said to somebody who is here now. */
export const SaidButton = ({ factId }: { factId: number }) => {
  const { t } = useTranslation('till');
  const cache = useQueryClient();
  const idFor = useRequestIds();
  const said = useMutation(
    orpc.followUps.hintSaid.mutationOptions({
      onSettled: () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: orpc.till.customerCard.key() }),
          cache.invalidateQueries({ queryKey: orpc.followUps.key() }),
        ]),
    }),
  );
  return (
    <Button
      variant="default"
      disabled={said.isPending}
      onClick={() => said.mutate({ requestId: idFor(factId), factId })}
    >
      {t('hint.followUpSaid')}
    </Button>
  );
};
