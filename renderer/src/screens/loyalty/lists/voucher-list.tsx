import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../api/queries.ts';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { IssueVoucherForm } from '../../vouchers/issue-voucher-form.tsx';
import { VoucherRow } from '../../vouchers/voucher-row.tsx';
import voucherClasses from '../../vouchers/vouchers.module.css';
import { BudgetsCard } from './budgets-card.tsx';
import { ListPage } from './list-page.tsx';
import classes from './lists.module.css';
import { PersonLink } from './person-link.tsx';

const portion = 100;
const states = ['usable', 'used', 'expired', 'void', 'all'] as const;
/** Birthdays so many days ahead are worth a voucher now. */
const birthdaysWithin = 14;

const Vouchers = () => {
  const { t } = useTranslation('vouchers');
  const [state, setState] = useState<(typeof states)[number]>('usable');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    orpc.vouchers.list.infiniteOptions({
      input: (offset: number) => ({ state, offset, limit: portion }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const loaded = all.reduce((sum, { vouchers }) => sum + vouchers.length, 0);
        return last.vouchers.length > 0 && loaded < last.total ? loaded : undefined;
      },
    }),
  );
  const vouchers = data?.pages.flatMap((page) => page.vouchers) ?? [];
  return (
    <Card title={t('title')}>
      <fieldset className={classes.chips}>
        <legend className="visually-hidden">{t('list.filter')}</legend>
        {states.map((each) => (
          <button
            key={each}
            type="button"
            className={classes.chip}
            aria-pressed={each === state}
            onClick={() => setState(each)}
          >
            {t(`list.${each}`)}
          </button>
        ))}
      </fieldset>
      <FailureBanner error={error} onRetry={() => void refetch()} />
      {data !== undefined && vouchers.length === 0 && <p className={classes.quiet}>{t('list.none')}</p>}
      <ul className={voucherClasses.rows}>
        {vouchers.map((voucher) => (
          <VoucherRow key={voucher.voucherId} voucher={voucher} names />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </Card>
  );
};

const Birthdays = () => {
  const { t } = useTranslation('vouchers');
  const format = useFormat();
  const [giving, setGiving] = useState<number | null>(null);
  const { data, error, refetch } = useQuery(
    orpc.vouchers.birthdaysDue.queryOptions({ input: { days: birthdaysWithin } }),
  );
  return (
    <Card title={t('list.birthdays')}>
      <FailureBanner error={error} onRetry={() => void refetch()} />
      {data?.people.length === 0 && <p className={classes.quiet}>{t('list.noBirthdays')}</p>}
      <ul className={classes.rows}>
        {data?.people.map(({ customerId, name, day }) => (
          <li key={customerId} className={classes.row}>
            <span>
              <PersonLink customerId={customerId} name={name} />{' '}
              <span className={`${classes.quiet} num`}>{format.dayShort(day)}</span>
            </span>
            {giving !== customerId && (
              <Button variant="default" onClick={() => setGiving(customerId)}>
                {t('list.give')}
                <span className="visually-hidden">: {name}</span>
              </Button>
            )}
            {giving === customerId && (
              <IssueVoucherForm
                customerId={customerId}
                firstKind="birthday"
                onIssued={() => setGiving(null)}
                onCancel={() => setGiving(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** All vouchers, the birthdays that deserve one, and what may be given away in a month. */
export const VoucherList = () => (
  <ListPage view="vouchers">
    <div className={classes.two}>
      <Vouchers />
      <div className={classes.stack}>
        <BudgetsCard />
        <Birthdays />
      </div>
    </div>
  </ListPage>
);
