import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import classes from './audit.module.css';
import { ChainState } from './chain-state.tsx';
import { DaySteps } from './day-steps.tsx';
import { LogTable } from './log-table.tsx';
import { SaveLines } from './save-lines.tsx';
import { UnusualPart } from './unusual-part.tsx';
import { matches, useLogWords } from './use-log-words.ts';

const views = ['day', 'unusual'] as const;

type View = (typeof views)[number];

/** One day of the log, or what is worth a look of the last weeks; null while it is on its way. */
const useShown = (view: View, day: string | undefined) => {
  const ofDay = useQuery({ ...orpc.audit.day.queryOptions({ input: { day } }), enabled: view === 'day' });
  const unusual = useQuery({ ...orpc.audit.unusual.queryOptions(), enabled: view === 'unusual' });
  const { data, error } = view === 'day' ? ofDay : unusual;
  return { entries: data?.entries ?? null, error, day: ofDay.data ?? null, unusual: unusual.data ?? null };
};

/** What was done, day by day, and what of it is worth a look. */
export const LogSection = () => {
  const { t } = useTranslation('audit');
  const words = useLogWords();
  const [view, setView] = useState<View>('day');
  const [day, setDay] = useState<string | undefined>();
  const [search, setSearch] = useState('');
  const shown = useShown(view, day);
  const lines = (shown.entries ?? []).map((entry) => ({ entry, words: words(entry, view === 'unusual') }));
  const found = lines.filter((line) => matches(line.words, search));
  const nothing = view === 'day' ? t('empty') : t('nothingUnusual');
  return (
    <section className={classes.log} aria-label={t('title')}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        <p className={classes.note}>{t('note')}</p>
        <TextInput
          size="md"
          className={classes.search}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={20} stroke={1.8} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SaveLines name={view === 'day' ? (shown.day?.day ?? '') : t('view.unusual')} lines={found} />
      </header>
      <div className={classes.days}>
        <SegmentedControl
          aria-label={t('view.label')}
          data={views.map((each) => ({ value: each, label: t(`view.${each}`) }))}
          value={view}
          onChange={setView}
        />
        {view === 'day' && shown.day !== null && <DaySteps {...shown.day} onDay={setDay} />}
        {view === 'unusual' && shown.unusual !== null && <UnusualPart log={shown.unusual} />}
        <ChainState />
      </div>
      <FailureBanner error={shown.error} />
      {shown.entries !== null && found.length === 0 && (
        <p className={classes.empty}>{search.trim() === '' ? nothing : t('noneFound')}</p>
      )}
      {found.length > 0 && <LogTable lines={found} />}
    </section>
  );
};
