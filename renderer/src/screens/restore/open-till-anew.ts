import { forgetDraft } from '../till/till-draft.ts';

/** Where the program begins after a restore. */
const till = '#/till';

/**
 * Starts the screens again, on the till: after a restore everything they know, down to the language, may be
 * another, and the parked check-in may be of somebody who is not in the file.
 */
export const openTillAnew = (): void => {
  forgetDraft(globalThis.localStorage);
  globalThis.location.hash = till;
  globalThis.location.reload();
};
