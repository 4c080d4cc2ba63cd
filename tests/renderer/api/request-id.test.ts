import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { newRequestId, requestIds } from '#renderer/src/api/request-id.ts';

/** Sends a write as a form does, to a program that answers or does not. */
const send = (client: QueryClient, requestId: string, answers: boolean): Promise<unknown> =>
  client
    .getMutationCache()
    .build<null, Error, { readonly requestId: string }, unknown>(client, {
      mutationFn: () => (answers ? Promise.resolve(null) : Promise.reject(new Error('no answer'))),
    })
    .execute({ requestId })
    .catch(() => undefined);

describe('the id of a write', () => {
  it('is another each time', () => {
    expect(newRequestId()).not.toBe(newRequestId());
  });

  it('stays for the same content and changes with it', () => {
    const idFor = requestIds(new QueryClient());
    const first = idFor({ name: 'Aino' });
    expect(idFor({ name: 'Aino' })).toBe(first);
    const changed = idFor({ name: 'Aino', phone: null });
    expect(changed).not.toBe(first);
    // What was sent in between makes it a new intention.
    expect(idFor({ name: 'Aino' })).not.toBe(first);
  });

  it('stays while nobody answers, and is another once it was written: the same may be meant twice', async () => {
    const client = new QueryClient();
    const idFor = requestIds(client);
    const first = idFor({ words: 'oat milk' });
    await send(client, first, false);
    expect(idFor({ words: 'oat milk' })).toBe(first);
    const answer = send(client, first, true);
    expect(idFor({ words: 'oat milk' })).toBe(first);
    await answer;
    expect(idFor({ words: 'oat milk' })).not.toBe(first);
  });
});
