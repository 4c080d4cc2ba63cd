import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '#shared/contract/loyalty.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { client } from '../../../api/client.ts';
import { orpc } from '../../../api/queries.ts';
import { rulesToSend } from '../rules-to-send.ts';

/** Pause in the typing after which the draft is checked and kept, ms. */
const typingPause = 400;

/** What is being edited; the day is null for "as soon as it is published". */
export interface Edited {
  readonly rules: ProgrammeRules;
  readonly effectiveFrom: string | null;
}

const isSame = (a: Edited, b: Edited): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The draft of the programme: every change is kept after a short pause, also when the screen is left before that, so
 * that nothing has to be saved by hand. What is to be said about it comes from the same rules that guard publishing.
 */
export const useDraft = (draft: Draft) => {
  const cache = useQueryClient();
  const [edited, setEdited] = useState<Edited>({ rules: draft.rules, effectiveFrom: draft.effectiveFrom });
  const kept = useRef(edited);
  const latest = useRef(edited);
  useEffect(() => {
    latest.current = edited;
  });
  const keep = useMutation({
    mutationFn: ({ rules, effectiveFrom }: Edited) =>
      client.loyalty.saveDraft({ rules: rulesToSend(rules), effectiveFrom }),
    onMutate: (next) => {
      kept.current = next;
      // Whoever comes back before the answer must find the newest draft.
      cache.setQueryData<Draft>(orpc.loyalty.draft.queryKey(), (before) =>
        before === undefined
          ? before
          : {
              ...before,
              rules: rulesToSend(next.rules),
              effectiveFrom: next.effectiveFrom,
              savedAt: before.savedAt ?? Date.now(),
            },
      );
    },
    onSuccess: (saved) => cache.setQueryData(orpc.loyalty.draft.queryKey(), saved),
  });
  const { mutate } = keep;
  const [settled] = useDebouncedValue(edited, typingPause);
  useEffect(() => {
    if (!isSame(settled, kept.current)) mutate(settled);
  }, [settled, mutate]);
  useEffect(
    () => () => {
      // Leaving before the pause is over: the mutation outlives the screen.
      if (!isSame(latest.current, kept.current)) mutate(latest.current);
    },
    [mutate],
  );
  const check = useQuery({
    ...orpc.loyalty.check.queryOptions({ input: { rules: rulesToSend(settled.rules) } }),
    placeholderData: keepPreviousData,
  });
  const start = useCallback((next: Draft) => {
    const fresh = { rules: next.rules, effectiveFrom: next.effectiveFrom };
    kept.current = fresh;
    setEdited(fresh);
  }, []);
  return {
    ...edited,
    change: (part: Partial<Edited>) => setEdited({ ...edited, ...part }),
    /** Goes on with another draft that is kept already. */
    start,
    issues: check.data?.issues ?? draft.issues,
    typicalAmount: check.data?.typicalAmount ?? null,
    /** Rules as they were after the last pause: for what is costly to work out. */
    settled: settled.rules,
    isKept: isSame(edited, kept.current) && !keep.isPending,
    error: keep.error ?? check.error,
  };
};
