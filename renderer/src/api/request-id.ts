import { useState } from 'react';
import { v4 } from 'uuid';

/** A new id for one intended write; a retry of the same write sends the same id. */
export const newRequestId = (): string => v4();

/**
 * Ids for the writes of a form: what was sent before, sent again because no answer came, is the same write; what was
 * changed in between is another.
 */
export const requestIds = (): ((content: unknown) => string) => {
  let last: { readonly content: string; readonly id: string } | null = null;
  return (content) => {
    const text = JSON.stringify(content);
    if (last?.content !== text) last = { content: text, id: newRequestId() };
    return last.id;
  };
};

/** {@link requestIds} for as long as a form is on the screen. */
export const useRequestIds = (): ((content: unknown) => string) => useState(requestIds)[0];
