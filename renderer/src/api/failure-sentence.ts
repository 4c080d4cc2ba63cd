import { ORPCError } from '@orpc/client';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What a screen knows of a failed call: the contract's code, or what became of the connection. */
export interface Failure {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Lookup = (key: string | readonly string[], values?: Readonly<Record<string, unknown>>) => string;

const transportCodes: Readonly<Record<string, string>> = {
  UNAUTHORIZED: 'wrongToken',
  FORBIDDEN: 'wrongToken',
  PAYLOAD_TOO_LARGE: 'tooLarge',
  BAD_REQUEST: 'badRequest',
};

const asRecord = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};

/**
 * Sorts a thrown value: a coded failure of the contract, a refusal of the host, a stopped call, or no
 * answer at all (connection refused, port closed).
 */
export const toFailure = (error: unknown): Failure => {
  if (error instanceof ORPCError) {
    return { code: transportCodes[error.code] ?? error.code, data: asRecord(error.data) };
  }
  if (error instanceof DOMException && error.name === 'AbortError') return { code: 'stopped', data: {} };
  return { code: 'noAnswer', data: {} };
};

/** True when nobody answered, so that asking again may help. */
export const isNoAnswer = (error: unknown): boolean => toFailure(error).code === 'noAnswer';

/**
 * The sentence for a failure: what happened, what is safe, what to do. Failures without a sentence of
 * their own are named with the id under which they were logged.
 */
export const failureSentence = (t: TFunction<'failures'>, error: unknown): string => {
  const { code, data } = toFailure(error);
  // The key comes from the wire, so it is looked up with a fallback instead of by type.
  const text = t as unknown as Lookup;
  switch (code) {
    case 'NotFound':
      return text(`NotFound.${String(data.what)}`);
    case 'UnreadableFile':
    case 'BackupFailed':
    case 'BackupRefused':
    case 'RestoreFailed':
    case 'VoucherNotUsable':
    case 'MonthNotClosable':
      return text(`${code}.${String(data.why)}`);
    case 'RewardNotAvailable':
      return text(`RewardNotAvailable.${String(data.obstacle)}`);
    case 'BudgetExceeded':
      return text(`BudgetExceeded.${String(data.kind)}`);
    case 'InvalidValue': {
      const field = String(data.field);
      const name = text(`field.${field}`, { defaultValue: field });
      return text('InvalidValue', { field: name });
    }
    default:
      return text([code, 'Unknown'], { errorId: '-', ...data });
  }
};

/** {@link failureSentence} in the current language. */
export const useFailureSentence = (): ((error: unknown) => string) => {
  const { t } = useTranslation('failures');
  return useCallback((error: unknown) => failureSentence(t, error), [t]);
};
