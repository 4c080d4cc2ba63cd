import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../api/queries.ts';
import { FailureBanner } from '../../../components/error-state.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import { signed, whySentence } from '../../../components/why-sentence.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from './lists.module.css';
import { PersonLink } from './person-link.tsx';
import type { EntryColumn } from './roll-forward-table.tsx';

const portion = 100;

/** Which figure the entries are behind. */
export interface EntriesOf {
  readonly from: string;
  readonly to: string;
  readonly unitId: number;
  readonly column: EntryColumn;
}

const Entries = ({ of }: { of: EntriesOf }) => {
  const { t } = useTranslation(['lists', 'why']);
  const { t: why } = useTranslation('why');
  const format = useFormat();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    orpc.loyalty.reconciliationEntries.infiniteOptions({
      input: (offset: number) => ({ ...of, offset, limit: portion }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const loaded = all.reduce((sum, { entries }) => sum + entries.length, 0);
        return last.entries.length > 0 && loaded < last.total ? loaded : undefined;
      },
    }),
  );
  const total = data?.pages[0]?.total ?? 0;
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <FailureBanner error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <p className={classes.quiet} role="status">
          {t('reconciliation.entries', { count: total, n: format.number(total) })}
        </p>
      )}
      <ul className={classes.rows}>
        {entries.map((entry) => (
          <li key={entry.entryId} className={classes.row}>
            <div className={classes.words}>
              <PersonLink customerId={entry.customerId} name={entry.name} />
              <p className={classes.quiet}>
                <span className="num">{format.date(entry.day)}</span> · {whySentence(entry, why, format)}
              </p>
            </div>
            <strong className="num">{signed(entry.change, format)}</strong>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
};

/** The entries behind one figure of the reconciliation. */
export const EntriesDrawer = ({ of, onClose }: { of: EntriesOf | null; onClose: () => void }) => {
  const { t } = useTranslation('lists');
  return (
    <SideDrawer
      opened={of !== null}
      onClose={onClose}
      title={of === null ? '' : t(`reconciliation.${of.column}`)}
    >
      {of !== null && <Entries of={of} />}
    </SideDrawer>
  );
};
