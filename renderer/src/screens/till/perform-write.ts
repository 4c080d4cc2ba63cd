import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#shared/contract/index.ts';
import type { WriteResult } from './till-state.ts';
import type { TillStore } from './till-store.ts';
import type { Intent } from './till-write.ts';

export type TillClient = Pick<ContractRouterClient<typeof contract>, 'till' | 'customers' | 'interests'>;

/** Sends one intent; rejects with what the call failed with. */
const perform = async (client: TillClient, intent: Intent, requestId: string): Promise<WriteResult> => {
  switch (intent.kind) {
    case 'checkIn':
      return { kind: 'checkIn', receipt: await client.till.checkIn({ ...intent.input, requestId }) };
    case 'undo':
      return { kind: 'undo', undone: await client.till.undo({ requestId, visitId: intent.visitId }) };
    case 'move': {
      const { visitId, to } = intent;
      const receipt = await client.till.move({ requestId, visitId, customerId: to.customerId });
      return { kind: 'move', receipt };
    }
    case 'giveCard': {
      const { code, to } = intent;
      await client.customers.giveCard({ requestId, customerId: to.customerId, code });
      return { kind: 'giveCard' };
    }
    case 'note': {
      const { person, text } = intent;
      await client.customers.addNote({ requestId, customerId: person.customerId, text });
      return { kind: 'note' };
    }
    case 'askedAbout': {
      const { person, itemId, words } = intent;
      const about =
        itemId === null ? ({ kind: 'words', words } as const) : ({ kind: 'item', itemId } as const);
      await client.interests.add({ requestId, customerId: person.customerId, about });
      return { kind: 'note' };
    }
    case 'refund': {
      const { visitId, amount, returnRewards, reason } = intent;
      const said = reason.trim() === '' ? {} : { reason: reason.trim() };
      const refunded = await client.till.refund({ requestId, visitId, amount, returnRewards, ...said });
      return { kind: 'refund', refunded };
    }
    case 'park': {
      const { replaces, content } = intent;
      // First what was reserved is given free, else it would stand in its own way.
      if (replaces !== null)
        await client.till.release({ requestId: `${requestId}-release`, parkedId: replaces });
      await client.till.park({ requestId, ...content });
      return { kind: 'park' };
    }
    case 'release': {
      await client.till.release({ requestId, parkedId: intent.parkedId });
      return { kind: 'release' };
    }
  }
};

/**
 * Sends what the till intends to write, each try once, and brings back the answer. `onSettled` is called
 * after every answer, good or bad. Returns how to stop watching; a write under way still arrives.
 */
export const sendWrites = (
  store: TillStore,
  client: TillClient,
  onSettled: (result: WriteResult | null) => void,
): (() => void) => {
  let underWay: string | null = null;
  const send = async (intent: Intent, requestId: string): Promise<void> => {
    underWay = requestId;
    try {
      const result = await perform(client, intent, requestId);
      underWay = null;
      store.dispatch({ type: 'written', requestId, result });
      onSettled(result);
    } catch (failure) {
      underWay = null;
      store.dispatch({ type: 'refused', requestId, failure });
      onSettled(null);
    }
  };
  const look = (): void => {
    const { write } = store.get();
    if (write?.status === 'sending' && underWay === null) void send(write.intent, write.requestId);
  };
  look();
  return store.subscribe(look);
};
