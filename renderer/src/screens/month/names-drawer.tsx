import { Button, Drawer } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { Avatar } from '../../components/avatar.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { pageSize, pagesOf } from '../../components/page-numbers.ts';
import { useRowList } from '../../components/use-row-list.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { ActivityWindow, NamesOf } from './month-view.ts';
import classes from './names-drawer.module.css';
import { formatPeriod, type Period } from './period.ts';
import { namesKey, namesOptions } from './use-figures.ts';
import { useNamesTitle } from './use-names-title.ts';

const rowHeight = 64;

/** The people behind a figure; Enter or a tap opens the person. */
export const NamesDrawer = ({
  period,
  window,
  group,
  onClose,
}: {
  period: Period;
  window: ActivityWindow;
  /** Null = closed. */
  group: NamesOf | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['month', 'common']);
  const titleOf = useNamesTitle(period);
  return (
    <Drawer
      opened={group !== null}
      onClose={onClose}
      position="right"
      size={480}
      title={group === null ? '' : titleOf(group)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{
        content: classes.content ?? '',
        header: classes.header ?? '',
        title: classes.title ?? '',
        body: classes.body ?? '',
      }}
    >
      {group !== null && (
        <Names key={namesKey(period, window, group)} period={period} window={window} group={group} />
      )}
    </Drawer>
  );
};

const Names = ({ period, window, group }: { period: Period; window: ActivityWindow; group: NamesOf }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const sentence = useFailureSentence();
  const navigate = useNavigate();
  const listName = useId();
  const options = (page: number) => namesOptions(period, window, group, page * pageSize, pageSize);
  const first = useQuery(options(0));
  const total = first.data?.total ?? 0;
  const open = (row: number) => {
    const person = personAt(row);
    if (person === undefined) return;
    void navigate({ to: '/customers/$customerId', params: { customerId: String(person.customerId) } });
  };
  const list = useRowList({ total, rowHeight, listKey: namesKey(period, window, group), onOpen: open });
  const pages = pagesOf(list.rows[0] ?? 0, list.rows.at(-1) ?? 0).filter((page) => page > 0);
  const more = useQueries({ queries: pages.map(options) });
  const personAt = (row: number) => {
    const page = Math.floor(row / pageSize);
    const people = page === 0 ? first.data?.people : more[pages.indexOf(page)]?.data?.people;
    return people?.[row % pageSize];
  };

  const arrived = total > 0;
  const { focusRow } = list;
  useEffect(() => {
    if (arrived) focusRow(0);
  }, [arrived, focusRow]);

  if (first.isError) {
    return <ErrorState text={sentence(first.error)} onRetry={() => void first.refetch()} />;
  }
  return (
    <>
      <p id={listName} className={classes.count} role="status">
        {first.data === undefined
          ? t('loading')
          : total === 0
            ? t('names.empty')
            : t('names.count', { count: total, n: format.number(total) })}
      </p>
      {total > 0 && (
        <Button
          variant="default"
          className={classes.all ?? ''}
          onClick={() => {
            const figure = { period: formatPeriod(period), window, names: group };
            void navigate({ to: '/customers', search: { figure } });
          }}
        >
          {t('names.inCustomers')}
        </Button>
      )}
      <div ref={list.scroller} className={classes.scroller}>
        <table
          className={classes.table}
          aria-labelledby={listName}
          aria-description={t('names.keys')}
          aria-rowcount={total}
          onKeyDown={list.onKeyDown}
        >
          <tbody>
            <tr aria-hidden style={{ height: list.above }} />
            {list.rows.map((row) => {
              const person = personAt(row);
              return (
                <tr
                  key={row}
                  data-row={row}
                  aria-rowindex={row + 1}
                  tabIndex={row === list.tabRow ? 0 : -1}
                  className={classes.row}
                  onClick={() => open(row)}
                >
                  {person === undefined ? (
                    <td colSpan={2} aria-busy />
                  ) : (
                    <>
                      <td>
                        <span className={classes.person}>
                          <Avatar name={person.name} />
                          <span className={classes.name}>{person.name}</span>
                        </span>
                      </td>
                      <td className={`${classes.facts} num`}>
                        {person.lastDay !== null && (
                          <span>{t('names.lastVisit', { day: format.date(person.lastDay) })}</span>
                        )}
                        <span>
                          {t('names.visits', { count: person.visits, n: format.number(person.visits) })}
                        </span>
                      </td>
                    </>
                  )}
                </tr>
              );
            })}
            <tr aria-hidden style={{ height: list.below }} />
          </tbody>
        </table>
      </div>
    </>
  );
};
