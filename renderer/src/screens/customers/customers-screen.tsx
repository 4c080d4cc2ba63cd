import { Button } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ForCall } from '../../shell/for-call.tsx';
import { CustomerList } from './customer-list.tsx';
import classes from './customers-screen.module.css';
import { FilterChips } from './filter-chips.tsx';
import { FirstCustomer } from './first-customer.tsx';
import { peopleOf, showing } from './list-question.ts';
import type { ListView } from './list-view.ts';
import { PeopleBar } from './people-bar.tsx';
import { SearchField } from './search-field.tsx';
import { SegmentChoice } from './segment-choice.tsx';
import { useFunctionKey } from './use-function-key.ts';

const route = getRouteApi('/customers');

/** Everybody the shop knows: search, filters, a sorted list of any length. */
export const CustomersScreen = () => {
  const { t } = useTranslation(['customers', 'segments']);
  const format = useFormat();
  const sentence = useFailureSentence();
  const navigate = useNavigate();
  const view = route.useSearch();
  const counts = useQuery(orpc.customers.counts.queryOptions());
  const searchField = useRef<HTMLInputElement>(null);
  const focusList = useRef<(key: string) => void>(() => undefined);
  const [opening, setOpening] = useState<string | null>(null);

  const show = useCallback(
    (next: ListView) => navigate({ to: '/customers', search: next, replace: true }),
    [navigate],
  );
  const addCustomer = useCallback(() => void navigate({ to: '/customers/new' }), [navigate]);
  useFunctionKey('F2', addCustomer);

  const all = counts.data?.all;
  const subtitle =
    all === undefined
      ? '\u00a0'
      : all === 0
        ? t('noneYet')
        : t('people', { count: all, n: format.number(all) });
  return (
    <div className={classes.screen}>
      <PageTitle title={t('title')} subtitle={subtitle}>
        {all !== 0 && (
          <Button variant="default" onClick={() => void navigate({ to: '/segments' })}>
            {t('segments:link')}
          </Button>
        )}
        <ForCall call="imports.customers">
          {all !== 0 && (
            <Button
              variant="default"
              leftSection={<IconFileImport size={20} stroke={1.9} aria-hidden />}
              onClick={() => void navigate({ to: '/import' })}
            >
              {t('importList')}
            </Button>
          )}
        </ForCall>
        <Button
          leftSection={<IconPlus size={20} stroke={2} aria-hidden />}
          rightSection={<KeyCap>F2</KeyCap>}
          onClick={addCustomer}
        >
          {t('newCustomer')}
        </Button>
      </PageTitle>
      {counts.isError && all === undefined && (
        <ErrorState text={sentence(counts.error)} onRetry={() => void counts.refetch()} />
      )}
      {all === 0 && <FirstCustomer onAdd={addCustomer} />}
      {all !== undefined && all > 0 && (
        <>
          <div className={classes.tools}>
            <SearchField
              ref={searchField}
              value={view.search ?? ''}
              onChange={(search) =>
                void show({ ...view, search: search === '' ? undefined : search, row: undefined })
              }
              onIntoList={(key) => focusList.current(key)}
              onEnter={setOpening}
            />
            <SegmentChoice value={view} onChange={(chosen) => void show(showing(view, chosen))} />
            <FilterChips
              value={peopleOf(view) === null ? (view.filter ?? 'all') : null}
              counts={counts.data}
              onChange={(filter) =>
                void show(showing(view, { filter: filter === 'all' ? undefined : filter }))
              }
            />
          </div>
          <PeopleBar view={view} onView={(next) => void show(next)} />
          <CustomerList
            view={view}
            opening={opening}
            onView={show}
            onOpened={() => setOpening(null)}
            searchField={searchField}
            focusList={focusList}
          />
        </>
      )}
    </div>
  );
};
