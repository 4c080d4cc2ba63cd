import { client } from '../../api/client.ts';
import { queryClient } from '../../api/queries.ts';
import { isOfTraining } from '../../shell/training-room.ts';

/** Tells other windows on the same shop, so that none goes on as if nothing had happened. */
const others = new BroadcastChannel('regulars.training');
others.onmessage = () => globalThis.location.reload();

/** What was begun in a training goes with it: the next one has other people. */
const forgetDrafts = (): void => {
  for (const storage of [globalThis.localStorage, globalThis.sessionStorage])
    for (const key of Object.keys(storage)) if (isOfTraining(key)) storage.removeItem(key);
};

/**
 * Begins, begins anew or ends the training. All screens forget what they know and start at the till: what they showed is in
 * another file. The open check-in of the shop is kept apart from that of the training.
 */
export const switchTraining = async (act: 'enter' | 'reset' | 'leave'): Promise<void> => {
  try {
    await client.training[act]();
  } finally {
    forgetDrafts();
    others.postMessage(act);
    globalThis.location.hash = '#/till';
    await queryClient.resetQueries();
  }
};
