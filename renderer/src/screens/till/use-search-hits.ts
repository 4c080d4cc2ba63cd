import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { SearchHit } from '#shared/contract/till.ts';
import type { Voucher } from '#shared/contract/vouchers.ts';
import { normaliseVoucherCode } from '#shared/domain/loyalty/voucher-code.ts';
import { orpc } from '../../api/queries.ts';

/** As many people as fit under the search box without scrolling; fewer under the fields of a panel. */
const mostHits = 7;
export const mostHitsInPicker = 5;
export const mostReferrers = 4;
/** With fewer digits nearly everybody matches. */
const fewestDigits = 3;

export interface SearchHits {
  readonly hits: readonly SearchHit[];
  /** The words the hits answer; null while there is no answer, or only that to the words before. */
  readonly answered: string | null;
  readonly tooFewDigits: boolean;
  readonly error: unknown;
  /** The voucher whose code was typed, when it can be used. */
  readonly voucher: Voucher | null;
}

const noHits: readonly SearchHit[] = [];

/** The people that a text means. The answer before stays until the new one is there; stale calls are aborted. */
export const useSearchHits = (typed: string): SearchHits => {
  const query = typed.trim();
  const tooFewDigits = /^\d+$/.test(query) && query.length < fewestDigits;
  const isAsked = query !== '' && !tooFewDigits;
  const search = useQuery({
    ...orpc.till.search.queryOptions({ input: isAsked ? { query, limit: mostHits } : skipToken }),
    placeholderData: keepPreviousData,
    // An answer is not kept: since then somebody may have become a customer.
    gcTime: 0,
  });
  const code = normaliseVoucherCode(query);
  const voucher = useQuery({
    ...orpc.vouchers.check.queryOptions({ input: code === null ? skipToken : { code } }),
    retry: false,
    gcTime: 0,
  });
  const isCurrent = isAsked && search.isSuccess && !search.isPlaceholderData && !search.isFetching;
  return {
    hits: isAsked ? (search.data?.hits ?? noHits) : noHits,
    answered: isCurrent && !voucher.isFetching ? query : null,
    tooFewDigits,
    error: search.error ?? (code === null ? null : voucher.error),
    voucher: code === null ? null : (voucher.data ?? null),
  };
};
