import { Button, NativeSelect } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../api/queries.ts';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { ListPage } from './list-page.tsx';
import classes from './lists.module.css';
import { PersonLink } from './person-link.tsx';

const portion = 200;
const spans = [7, 30, 60, 90] as const;

/** What ends soon, and who may be told of it. */
export const ExpiringList = () => {
  const { t } = useTranslation(['lists', 'common']);
  const format = useFormat();
  const [days, setDays] = useState(30);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    orpc.loyalty.expiring.infiniteOptions({
      input: (offset: number) => ({ days, offset, limit: portion }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const loaded = all.reduce((sum, { people }) => sum + people.length, 0);
        return last.people.length > 0 && loaded < last.total ? loaded : undefined;
      },
    }),
  );
  const people = data?.pages.flatMap((page) => page.people) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <ListPage
      view="expiring"
      actions={
        <>
          <NativeSelect
            size="md"
            aria-label={t('expiring.within')}
            value={String(days)}
            data={spans.map((span) => ({ value: String(span), label: t('expiring.days', { count: span }) }))}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          />
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
            onClick={() => globalThis.print()}
          >
            {t('common:print')}
          </Button>
        </>
      }
    >
      <FailureBanner error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <Card flush>
          {people.length === 0 ? (
            <p className={classes.empty}>{t('expiring.none')}</p>
          ) : (
            <table className={classes.table}>
              <caption className={classes.caption}>
                {t('expiring.count', { count: total, n: format.number(total) })}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{t('person')}</th>
                  <th scope="col">{t('expiring.what')}</th>
                  <th scope="col">{t('expiring.when')}</th>
                  <th scope="col">{t('expiring.tell')}</th>
                </tr>
              </thead>
              <tbody>
                {people.map(({ customerId, name, unitId, kind, amount, day, mayContact }) => (
                  <tr key={`${customerId} ${unitId} ${day}`}>
                    <th scope="row">
                      <PersonLink customerId={customerId} name={name} />
                    </th>
                    <td className="num">
                      {t(`amount.${kind}`, { count: amount, n: format.number(amount) })}
                    </td>
                    <td className="num">{format.date(day)}</td>
                    <td>{t(mayContact ? 'expiring.mayContact' : 'expiring.atTill')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {hasNextPage && (
            <div className={`${classes.more} no-print`}>
              <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('more')}
              </Button>
            </div>
          )}
        </Card>
      )}
    </ListPage>
  );
};
