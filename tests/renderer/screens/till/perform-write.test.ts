import { describe, expect, it, vi } from 'vitest';
import { emptyEntry } from '#renderer/src/screens/till/entry.ts';
import { sendWrites, type TillClient } from '#renderer/src/screens/till/perform-write.ts';
import { createTillStore } from '#renderer/src/screens/till/till-store.ts';
import { aino, anUndo, aReceipt, choose, olli, submit, tillAfter, typed } from './till-builders.ts';

/** Answers of the program, each once, in order. */
const clientWith = (answers: { [name: string]: () => Promise<unknown> }) => {
  const calls: [string, unknown][] = [];
  const call = (name: string) => (input: unknown) => {
    calls.push([name, input]);
    return answers[name]?.() ?? Promise.reject(new Error(`unexpected ${name}`));
  };
  const till = {
    checkIn: call('checkIn'),
    undo: call('undo'),
    move: call('move'),
    refund: call('refund'),
    park: call('park'),
    release: call('release'),
  };
  const customers = { giveCard: call('giveCard'), addNote: call('addNote') };
  return { client: { till, customers } as unknown as TillClient, calls };
};

const settled = () => vi.waitFor(() => undefined).then(() => new Promise((resolve) => setTimeout(resolve)));

describe('sendWrites', () => {
  it('sends a check-in once however often Enter is pressed, and shows the receipt', async () => {
    const { client, calls } = clientWith({ checkIn: async () => aReceipt() });
    const store = createTillStore(tillAfter(choose(), typed('900')));
    const onSettled = vi.fn();
    sendWrites(store, client, onSettled);
    store.dispatch(submit('request-1'));
    store.dispatch(submit('request-2'));
    await settled();
    expect(calls).toEqual([
      ['checkIn', { requestId: 'request-1', customerId: 1, amount: 900, items: [], redeem: [] }],
    ]);
    expect(store.get().panel.kind).toBe('receipt');
    expect(onSettled).toHaveBeenCalledTimes(1);
  });

  it('keeps the entry of one that failed and tries again under the same id', async () => {
    let tries = 0;
    const { client, calls } = clientWith({
      checkIn: async () => {
        tries += 1;
        if (tries === 1) throw new Error('no answer');
        return aReceipt();
      },
    });
    const store = createTillStore(tillAfter(choose(), typed('900')));
    sendWrites(store, client, () => undefined);
    store.dispatch(submit('request-1'));
    await settled();
    expect(store.get().write).toMatchObject({ status: 'failed', requestId: 'request-1' });
    expect(store.get().entry.typed).toBe(900);
    store.dispatch(submit('request-2'));
    await settled();
    expect(calls.map(([, input]) => (input as { requestId: string }).requestId)).toEqual([
      'request-1',
      'request-1',
    ]);
    expect(store.get().panel.kind).toBe('receipt');
  });

  it('frees what was reserved before it sets the same check-in aside again', async () => {
    const { client, calls } = clientWith({ release: async () => ({}), park: async () => ({}) });
    const entry = { ...emptyEntry, typed: 900, parkedId: 55 };
    const store = createTillStore(tillAfter({ type: 'resume', person: aino, entry }));
    sendWrites(store, client, () => undefined);
    store.dispatch({ type: 'park', newId: 'park-1' });
    await settled();
    expect(calls).toEqual([
      ['release', { requestId: 'park-1-release', parkedId: 55 }],
      ['park', { requestId: 'park-1', customerId: 1, amount: 900, items: [], redeem: [], vouchers: [] }],
    ]);
    expect(store.get().panel.kind).toBe('idle');
  });

  it('sends money back with its reason, without an empty one', async () => {
    const answer = { refundId: 9, visitId: 700, left: 0, changes: [], replayed: false };
    const { client, calls } = clientWith({ refund: async () => answer });
    const form = {
      visitId: 700,
      name: null,
      at: 0,
      paid: 900,
      left: 900,
      hasRewards: false,
      amount: 900,
      returnRewards: false,
      reason: ' ',
    };
    const store = createTillStore(tillAfter({ type: 'startRefund', form }));
    sendWrites(store, client, () => undefined);
    store.dispatch(submit('refund-1'));
    await settled();
    expect(calls).toEqual([
      ['refund', { requestId: 'refund-1', visitId: 700, amount: 900, returnRewards: false }],
    ]);
  });

  it('sends undo, move, card and note with what they are about', async () => {
    const { client, calls } = clientWith({
      undo: async () => anUndo(),
      move: async () => aReceipt({ customerId: olli.customerId }),
      giveCard: async () => ({}),
      addNote: async () => ({ noteId: 1 }),
    });
    const store = createTillStore(tillAfter());
    const stop = sendWrites(store, client, () => undefined);
    store.dispatch({ type: 'undo', visitId: 700, newId: 'undo-1' });
    await settled();
    const visit = { visitId: 701, name: aino.name, customerId: 1, at: 0, amount: null };
    store.dispatch({ type: 'startMove', visit });
    store.dispatch({ type: 'choose', person: olli, newId: 'move-1' });
    await settled();
    store.dispatch({
      type: 'scanned',
      result: { kind: 'unknown', code: '7340021' },
      rush: false,
      newId: 'x',
    });
    store.dispatch({ type: 'choose', person: olli, newId: 'card-1' });
    await settled();
    store.dispatch({ type: 'writeNote', text: 'Likes the window' });
    store.dispatch({ type: 'saveNote', newId: 'note-1' });
    await settled();
    expect(calls).toEqual([
      ['undo', { requestId: 'undo-1', visitId: 700 }],
      ['move', { requestId: 'move-1', visitId: 701, customerId: 2 }],
      ['giveCard', { requestId: 'card-1', customerId: 2, code: '7340021' }],
      ['addNote', { requestId: 'note-1', customerId: 2, text: 'Likes the window' }],
    ]);
    stop();
  });
});
