import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CustomerRow } from '#shared/contract/customers.ts';
import { orpc } from '../../api/queries.ts';
import { pageSize, pagesOf } from '../../components/page-numbers.ts';
import type { ListQuestion } from './list-question.ts';

const pageOptions = (question: ListQuestion, page: number) =>
  orpc.customers.list.queryOptions({ input: { ...question, offset: page * pageSize, limit: pageSize } });

/**
 * How many rows the list has; the previous answer stays while the next one comes, so that typing does not
 * make the list flicker.
 */
export const useCustomerTotal = (question: ListQuestion) =>
  useQuery({ ...pageOptions(question, 0), placeholderData: keepPreviousData });

/** The rows from `first` to `last` of the list, as far as they have arrived. */
export const useCustomerRows = (
  question: ListQuestion,
  firstPage: readonly CustomerRow[],
  first: number,
  last: number,
): ReadonlyMap<number, CustomerRow> => {
  const pages = pagesOf(first, last).filter((page) => page > 0);
  const answers = useQueries({ queries: pages.map((page) => pageOptions(question, page)) });
  return useMemo(() => {
    const rows = new Map<number, CustomerRow>();
    for (const [index, row] of firstPage.entries()) rows.set(index, row);
    for (const [position, page] of pages.entries()) {
      for (const [index, row] of (answers[position]?.data?.rows ?? []).entries()) {
        rows.set(page * pageSize + index, row);
      }
    }
    return rows;
  }, [firstPage, pages, answers]);
};
