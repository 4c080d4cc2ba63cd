import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import type { ImportKind } from './column-mapping.ts';
import type { Chosen } from './wizard.ts';

/** First rows and guessed columns of the chosen file; asked for again when it is to be read otherwise. */
export const usePreview = ({ file, number, kind, reading }: Chosen) =>
  useQuery({
    // The file itself cannot be part of a key.
    queryKey: ['import preview', number, kind, reading],
    queryFn: ({ signal }) => client.imports.preview({ kind, file, reading }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

/**
 * What a file seems to hold: visits when it has a customer and a date in every row, else balances when it has
 * points beside who they are of, else customers. While the shop has no customers there is nobody to bring balances to.
 * Throws the coded failure of a file that cannot be read.
 */
export const detectKind = async (file: File): Promise<ImportKind> => {
  const { columns } = await client.imports.preview({ kind: 'visits', file });
  const hasVisits = columns.customer != null && columns.date != null;
  if (hasVisits) return 'visits';
  const balances = (await client.imports.preview({ kind: 'balances', file })).columns;
  // A list of customers may tell what they hold as well; by its heading it is a list of balances only beside little else.
  const { birthday, email, lastName } = (await client.imports.preview({ kind: 'customers', file })).columns;
  const isPlain = birthday == null && email == null && lastName == null;
  if (balances.points == null || !isPlain) return 'customers';
  return (await client.customers.counts()).all === 0 ? 'customers' : 'balances';
};
