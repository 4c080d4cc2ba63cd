import type { WriteTx } from '../db/connection.ts';
import { findRequest, insertRequest } from '../repositories/requests.ts';
import { failure } from './failure.ts';
import type { ShopContext } from './shop-context.ts';

/** A write whose own row does not carry the request's id. */
export interface Request {
  readonly requestId: string;
  /** What is asked for, e.g. `giveCard`. */
  readonly call: string;
  /** Id of what it is done to; 0 for the shop itself. */
  readonly subjectId: number;
}

/**
 * Does a write the first time its request comes; the same request again does nothing, so that a late repetition
 * neither issues a second card nor undoes a newer change.
 * @throws Failure RequestIdReused when the id was used for something else
 */
export async function writeOnce(
  tx: WriteTx,
  ctx: ShopContext,
  { requestId, call, subjectId }: Request,
  write: () => Promise<void>,
): Promise<void> {
  const earlier = await findRequest(tx, requestId);
  if (earlier) {
    if (earlier.call !== call || earlier.subject_id !== subjectId) throw failure('RequestIdReused');
    return;
  }
  await write();
  await insertRequest(tx, { request_id: requestId, call, subject_id: subjectId, at: ctx.clock.now() });
}
