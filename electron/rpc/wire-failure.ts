import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { failures } from '#shared/contract/failures.ts';
import type { Logger } from '../platform/logger.ts';
import { Failure, storageFailure } from '../services/failure.ts';

/** What oRPC itself throws when an answer, or a part of a stream, is not what the contract says: a fault of ours. */
const ownFaults = new Set(['INTERNAL_SERVER_ERROR', 'EVENT_ITERATOR_VALIDATION_FAILED']);

/**
 * A failure as it crosses the wire: a code of the contract with its data. Whatever we did not foresee is logged
 * with an id and crosses as that id alone, never with a message or a stack.
 */
export function wireFailure(error: unknown, logger: Logger, call: string): ORPCError<string, unknown> {
  if (error instanceof ORPCError && !ownFaults.has(error.code)) return error;
  const refused = storageFailure(error);
  if (refused) logger.error('the disk refused a write', { call, error });
  const coded = error instanceof Failure ? error : refused;
  if (coded) {
    const { code, data } = coded;
    return new ORPCError(code, { status: failures[code].status, message: code, data });
  }
  const errorId = randomUUID().slice(0, 8);
  logger.error('a call failed', { call, errorId, error });
  return new ORPCError('Unknown', { status: failures.Unknown.status, message: 'Unknown', data: { errorId } });
}

export const isStream = (output: unknown): output is AsyncGenerator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output;

/** The same for failures that come while a stream is read. */
export async function* wireStream<T>(
  stream: AsyncGenerator<T>,
  logger: Logger,
  call: string,
): AsyncGenerator<T, void, void> {
  try {
    yield* stream;
  } catch (error) {
    throw wireFailure(error, logger, call);
  }
}
