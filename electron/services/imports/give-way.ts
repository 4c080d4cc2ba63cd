import { setImmediate } from 'node:timers/promises';

/** Rows handled before other work gets its turn: some ten milliseconds. */
export const rowsPerTurn = 500;

/**
 * Lets waiting calls run, such as a search at the till, and stops when the import was cancelled.
 * @throws the signal's reason
 */
export async function giveWay(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
