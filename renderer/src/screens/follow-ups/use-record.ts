import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FollowUpEntry, OutcomeToday } from '#shared/contract/follow-ups.ts';
import type { FollowUpChannel, FollowUpOutcome, FollowUpTone } from '#shared/domain/follow-ups/reasons.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';

/** What was written down last, as long as it can be taken back in place. */
export interface LastOutcome {
  readonly customerId: number;
  readonly name: string;
  readonly outcome: OutcomeToday;
  readonly undone: boolean;
}

export interface Recorded {
  readonly outcome: FollowUpOutcome;
  readonly channel: FollowUpChannel | null;
  readonly untilDay?: string;
  readonly words?: string;
  readonly playbookId?: number | null;
  readonly tone?: FollowUpTone;
}

/** Whatever shows follow-ups or a person's history is read anew. */
export const useFollowUpsChanged = (): (() => Promise<void>) => {
  const cache = useQueryClient();
  return async () => {
    await Promise.all(
      [orpc.followUps.key(), orpc.customers.key(), orpc.till.key()].map((queryKey) =>
        cache.invalidateQueries({ queryKey }),
      ),
    );
  };
};

/** Writes outcomes down and takes the last one back. */
export const useRecord = () => {
  const changed = useFollowUpsChanged();
  const idFor = useRequestIds();
  const [last, setLast] = useState<LastOutcome | null>(null);
  const record = useMutation(orpc.followUps.record.mutationOptions({ onSuccess: changed }));
  const undo = useMutation(orpc.followUps.undo.mutationOptions({ onSuccess: changed }));
  return {
    last,
    error: record.error ?? undo.error,
    isBusy: record.isPending || undo.isPending,
    /** Nothing happens while another one is being written: a key held down would write twice. */
    write: async (entry: FollowUpEntry, recorded: Recorded): Promise<boolean> => {
      if (record.isPending) return false;
      const { because, customerId, name } = entry;
      const asked = {
        customerId,
        reason: because.kind,
        promiseId: because.kind === 'promise' ? because.promiseId : null,
        ...recorded,
      };
      const outcome = await record
        .mutateAsync({ requestId: idFor({ ...asked, after: last?.outcome.factId }), ...asked })
        .catch(() => null);
      if (outcome === null) return false;
      setLast({ customerId, name, outcome, undone: false });
      return true;
    },
    takeBack: async (): Promise<void> => {
      if (last === null || last.undone || undo.isPending) return;
      const { factId } = last.outcome;
      const done = await undo.mutateAsync({ requestId: idFor({ undo: factId }), factId }).catch(() => null);
      if (done !== null) setLast({ ...last, undone: true });
    },
  };
};
