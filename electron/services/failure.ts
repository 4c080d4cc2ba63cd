import type * as z from 'zod';
import type { FailureCode, failures } from '#shared/contract/failures.ts';

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
