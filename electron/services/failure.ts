import type * as z from 'zod';
import type { FailureCode, failures } from '#shared/contract/failures.ts';
import { StorageRefused } from '../db/unit-of-work.ts';

type DataOf<C extends FailureCode> = (typeof failures)[C] extends { data: infer S }
  ? S extends z.ZodType
    ? z.infer<S>
    : undefined
  : undefined;

/** A use case that could not be done, as the contract names it. Nothing of it was written. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly data: unknown;
  constructor(code: FailureCode, data: unknown) {
    super(code);
    this.name = 'Failure';
    this.code = code;
    this.data = data;
  }
}

/** A failure of the contract with exactly the data its code demands. */
export function failure<C extends FailureCode>(
  ...[code, data]: DataOf<C> extends undefined ? [code: C] : [code: C, data: DataOf<C>]
): Failure {
  return new Failure(code, data);
}

/** The failure that a refused write means to the screens; null for everything else. */
export function storageFailure(error: unknown): Failure | null {
  if (!(error instanceof StorageRefused) || error.why === 'damaged') return null;
  return failure(error.why === 'diskFull' ? 'DiskFull' : 'ReadOnly');
}
