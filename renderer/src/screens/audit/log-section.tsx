import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './audit.module.css';
import { ChainState } from './chain-state.tsx';
import { LogRow } from './log-row.tsx';
import { SaveDay } from './save-day.tsx';
import { matches, useLogWords } from './use-log-words.ts';

const moved = (day: string, by: number): string => {
  const parsed = parseDay(day);
  return parsed === null ? day : formatDay(addDays(parsed, by));
};

/** What was done, day by day; nobody can change it. */
export const LogSection = () => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const words = useLogWords();
  const [day, setDay] = useState<string | undefined>();
  const [search, setSearch] = useState('');
  const log = useQuery(orpc.audit.day.queryOptions({ input: { day } }));
  if (log.data === undefined) return <FailureBanner error={log.error} />;
  const { entries, today } = log.data;
  const lines = entries.map((entry) => ({ entry, words: words(entry) }));
  const found = lines.filter((line) => matches(line.words, search));
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
        <SaveDay day={log.data.day} lines={found} />
      </header>
      <div className={classes.days}>
        <ActionIcon
          variant="default"
          size={48}
          aria-label={t('dayBefore')}
          onClick={() => setDay(moved(log.data.day, -1))}
        >
          <IconChevronLeft size={22} stroke={2} aria-hidden />
        </ActionIcon>
        <strong className={classes.day} role="status">
          {format.date(log.data.day, 'long')}
        </strong>
        <ActionIcon
          variant="default"
          size={48}
          aria-label={t('dayAfter')}
          disabled={log.data.day >= today}
          onClick={() => setDay(moved(log.data.day, 1))}
        >
          <IconChevronRight size={22} stroke={2} aria-hidden />
        </ActionIcon>
        <ChainState />
      </div>
      {found.length === 0 ? (
        <p className={classes.empty}>{t(search.trim() === '' ? 'empty' : 'noneFound')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {(['when', 'who', 'what', 'details', 'why'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((line) => (
              <LogRow key={line.entry.key} words={line.words} unusual={line.entry.unusual} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
