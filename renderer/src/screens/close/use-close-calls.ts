import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '../../api/queries.ts';

/** Everything that changes where a month stands; each asks again for it when it is done. */
export const useCloseCalls = () => {
  const cache = useQueryClient();
  const onSuccess = () => cache.invalidateQueries({ queryKey: orpc.monthClose.key() });
  return {
    confirm: useMutation(orpc.monthClose.confirmStep.mutationOptions({ onSuccess })),
    skip: useMutation(orpc.monthClose.skipStep.mutationOptions({ onSuccess })),
    close: useMutation(orpc.monthClose.close.mutationOptions({ onSuccess })),
    reopen: useMutation(orpc.monthClose.reopen.mutationOptions({ onSuccess })),
    undo: useMutation(orpc.till.undo.mutationOptions({ onSuccess })),
    backUp: useMutation(orpc.backups.saveCopy.mutationOptions({ onSuccess })),
  };
};

export type CloseCalls = ReturnType<typeof useCloseCalls>;
