import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useRowList } from '../../components/use-row-list.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { CustomerTableRow, emptyRow } from './customer-table-row.tsx';
import classes from './customers-screen.module.css';
import { type ListColumn, type ListFacts, listColumns } from './list-columns.ts';
import { type ListQuestion, listQuestion, sortBy } from './list-question.ts';
import type { ListView } from './list-view.ts';
import { SortHeads } from './sort-heads.tsx';
import { useCustomerRows, useCustomerTotal } from './use-customer-rows.ts';
import { useTagsById } from './use-tags-by-id.ts';

const rowHeight = 60;
const headHeight = 44;

/** The list itself: a table of which only the rows in view exist. */
export const CustomerList = ({
  view,
  opening,
  onView,
  onOpened,
  searchField,
  focusList,
}: {
  view: ListView;
  /** A search whose first hit is to be opened as soon as it is there. */
  opening: string | null;
  onView: (view: ListView) => Promise<void>;
  onOpened: () => void;
  searchField: RefObject<HTMLInputElement | null>;
  /** Set here: how the search field hands the focus to the list. */
  focusList: RefObject<(key: string) => void>;
}) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const navigate = useNavigate();
  const question = listQuestion(view);
  const first = useCustomerTotal(question);
  const total = first.data?.total ?? 0;

  const open = (row: number) => {
    const customer = rows.get(row);
    if (customer === undefined) return;
    const params = { customerId: String(customer.customerId) };
    // The row goes into the address first, so that the way back leads to it.
    void onView({ ...view, row }).then(() => navigate({ to: '/customers/$customerId', params }));
  };
  const list = useRowList({
    total,
    rowHeight,
    headHeight,
    listKey: JSON.stringify(question),
    startRow: view.row,
    onOpen: open,
    onLeaveTop: () => searchField.current?.focus(),
  });
  const rows = useCustomerRows(
    question,
    first.data?.rows ?? emptyRow,
    list.rows[0] ?? 0,
    list.rows.at(-1) ?? 0,
  );

  // Rows are drawn again only when they change, so they get a function that stays the same.
  const latestOpen = useRef(open);
  useEffect(() => {
    latestOpen.current = open;
  });
  const onOpen = useCallback((row: number) => latestOpen.current(row), []);

  const tags = useTagsById();
  const columns = useColumns(first.data?.columns, question.filter);
  const { enter } = list;
  useEffect(() => {
    focusList.current = enter;
  }, [focusList, enter]);

  const answered = first.isSuccess && !first.isPlaceholderData && question.search === opening;
  useEffect(() => {
    if (!answered) return;
    onOpened();
    open(0);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const letter = [...event.key].length === 1 && event.key !== ' ';
    // The letter itself then arrives in the search field.
    if (letter && !event.ctrlKey && !event.altKey && !event.metaKey) searchField.current?.focus();
    else list.onKeyDown(event);
  };

  if (first.isError) {
    return <NotShown error={first.error} onRetry={() => void first.refetch()} />;
  }
  if (first.data !== undefined && total === 0) {
    return <NobodyFound search={question.search} />;
  }
  return (
    <Card flush className={classes.listCard ?? ''}>
      <div ref={list.scroller} className={classes.scroller}>
        <table
          className={classes.table}
          data-full={columns.some(({ key }) => key === 'state') || undefined}
          aria-label={t('tableLabel', { n: format.number(total) })}
          aria-description={t('tableKeys')}
          aria-rowcount={total + 1}
          onKeyDown={onKeyDown}
        >
          <SortHeads
            columns={columns}
            question={question}
            onSort={(sort) => void onView(sortBy(view, sort))}
          />
          <tbody>
            <tr aria-hidden style={{ height: list.above }} />
            {list.rows.map((row) => (
              <CustomerTableRow
                key={row}
                row={row}
                customer={rows.get(row)}
                tags={tags}
                columns={columns}
                tabbable={row === list.tabRow}
                onOpen={onOpen}
              />
            ))}
            <tr aria-hidden style={{ height: list.below }} />
          </tbody>
        </table>
      </div>
    </Card>
  );
};

/** Until the first page has come. */
const notYetKnown: ListFacts = { tiers: false, outlooks: false };

/** The same columns while they do not change, so that rows are not drawn again. */
const useColumns = (
  { tiers, outlooks }: ListFacts = notYetKnown,
  filter: ListQuestion['filter'],
): readonly ListColumn[] => {
  const isBirthday = filter === 'birthday';
  const isShared = useShop().till.shortNames;
  return useMemo(
    () => listColumns({ tiers, outlooks }, isBirthday ? 'birthday' : 'all', isShared),
    [tiers, outlooks, isBirthday, isShared],
  );
};

const NotShown = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const sentence = useFailureSentence();
  return (
    <Card className={classes.state ?? ''}>
      <ErrorState text={sentence(error)} onRetry={onRetry} />
    </Card>
  );
};

const NobodyFound = ({ search }: { search: string }) => {
  const { t } = useTranslation('customers');
  return (
    <Card className={classes.state ?? ''} role="status">
      <p className={classes.nobody}>{search === '' ? t('nobodyHere') : t('notFound', { search })}</p>
      {search !== '' && <p className={classes.emptyText}>{t('notFoundHint')}</p>}
    </Card>
  );
};
