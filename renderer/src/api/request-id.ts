import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v4 } from 'uuid';

/** A new id for one intended write; a retry of the same write sends the same id. */
export const newRequestId = (): string => v4();

/** Whether the write of an id was answered: it is over, and the same content is meant anew. */
const isWritten = (client: QueryClient, requestId: string): boolean =>
  client
    .getMutationCache()
    .findAll({ status: 'success' })
    .some(({ state: { variables } }) => {
      const sent: unknown = variables;
      return typeof sent === 'object' && sent !== null && 'requestId' in sent && sent.requestId === requestId;
    });

/**
 * Ids for the writes of a form: what was sent before, sent again because no answer came, is the same write; what was
 * changed in between, or was written and is sent once more, is another.
 */
export const requestIds = (client: QueryClient): ((content: unknown) => string) => {
  let last: { readonly content: string; readonly id: string } | null = null;
  return (content) => {
    const text = JSON.stringify(content);
    if (last?.content !== text || isWritten(client, last.id)) last = { content: text, id: newRequestId() };
    return last.id;
  };
};

/** {@link requestIds} for as long as a form is on the screen. */
export const useRequestIds = (): ((content: unknown) => string) => {
  const client = useQueryClient();
  return useState(() => requestIds(client))[0];
};
