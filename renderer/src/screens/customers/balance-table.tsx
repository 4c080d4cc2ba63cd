import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BalanceRow } from '#shared/contract/loyalty.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { signed, whySentence } from '../../components/why-sentence.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { AdjustForm } from './adjust-form.tsx';
import classes from './balance.module.css';
import { useDayWords } from './use-day-words.ts';

const portion = 100;

/** The ledger of one unit, newest first, with the balance after every row. */
export const BalanceTable = ({
  customerId,
  name,
  unitId,
}: {
  customerId: number;
  /** Whose profile it is: entries of others who share the wallet are named. */
  name: string;
  unitId: number;
}) => {
  const { t } = useTranslation(['customers', 'membership']);
  const format = useFormat();
  const sentence = useFailureSentence();
  const [adjusting, setAdjusting] = useState(false);
  const ledger = useInfiniteQuery(
    orpc.loyalty.explain.infiniteOptions({
      input: (offset: number) => ({ customerId, unitId, offset, limit: portion }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const loaded = all.reduce((sum, { rows }) => sum + rows.length, 0);
        return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
      },
    }),
  );
  const first = ledger.data?.pages[0];
  if (first === undefined) {
    return ledger.isError ? (
      <ErrorState text={sentence(ledger.error)} onRetry={() => void ledger.refetch()} />
    ) : null;
  }
  const rows = ledger.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Card flush>
      <div className={classes.now}>
        <h2 className={classes.nowLabel}>{first.kind === 'points' ? t('balance.points') : first.unitName}</h2>
        <p className={`${classes.nowFigure} num`}>
          <span className="visually-hidden">{t('balance.now')} </span>
          {format.number(first.balance)}
        </p>
        {!adjusting && (
          <Button variant="default" className="no-print" onClick={() => setAdjusting(true)}>
            {t('membership:adjust.open')}
          </Button>
        )}
      </div>
      {first.balance < 0 && <HintRow tone="warn">{t('membership:adjust.overdrawn')}</HintRow>}
      {adjusting && <AdjustForm customerId={customerId} unitId={unitId} onDone={() => setAdjusting(false)} />}
      {rows.length === 0 ? (
        <p className={classes.empty}>{t('balance.empty')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('balance.column.date')}</th>
              <th scope="col">{t('balance.column.why')}</th>
              <th scope="col">{t('balance.column.staff')}</th>
              <th scope="col" className={classes.end}>
                {t('balance.column.change')}
              </th>
              <th scope="col" className={classes.end}>
                {t('balance.column.balance')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.entryId} row={row} name={name} />
            ))}
          </tbody>
        </table>
      )}
      {ledger.hasNextPage && (
        <div className={`${classes.more} no-print`}>
          <Button
            variant="default"
            loading={ledger.isFetchingNextPage}
            onClick={() => void ledger.fetchNextPage()}
          >
            {t('history.more')}
          </Button>
        </div>
      )}
    </Card>
  );
};

const Row = ({ row, name }: { row: BalanceRow; name: string }) => {
  const { t } = useTranslation(['why', 'customers']);
  const format = useFormat();
  const dayWords = useDayWords();
  return (
    <tr>
      <td className="num">
        {dayWords(row.day, null)} <span className={classes.time}>{format.time(row.at)}</span>
      </td>
      <td className={classes.why}>
        {whySentence(row, t, format)}
        {row.customerName !== name && (
          <span className={classes.time}> {t('customers:balance.ofOther', { name: row.customerName })}</span>
        )}
      </td>
      <td className={classes.staff}>
        {t('customers:balance.byVersion', { name: row.staffName, number: row.programmeNumber })}
      </td>
      <td className={`${classes.end} ${classes.change} num`} data-kind={row.change < 0 ? 'less' : 'more'}>
        {signed(row.change, format)}
      </td>
      <td className={`${classes.end} ${classes.balance} num`}>{format.number(row.balance)}</td>
    </tr>
  );
};
