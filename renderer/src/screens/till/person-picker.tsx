import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { HighlightedName } from './highlighted-name.tsx';
import classes from './know.module.css';
import { PersonRow } from './person-row.tsx';
import { useChoosePerson, useTillStore } from './till-context.tsx';
import type { Search } from './till-panels.ts';
import { mostHitsInPicker, type SearchHits } from './use-search-hits.ts';
import { useTillWords } from './use-till-words.ts';

/** A field that finds one person for what the panel is about; `children` stands there until words are typed. */
export const PersonPicker = ({
  search,
  found,
  label,
  nobodyFound,
  children,
}: {
  search: Search;
  found: SearchHits;
  label: string;
  nobodyFound: string;
  children: ReactNode;
}) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const choose = useChoosePerson();
  const words = useTillWords();
  const listId = useId();
  const { query, active } = search;
  const hits = found.hits.slice(0, mostHitsInPicker);
  const isOpen = query !== '' && hits.length > 0;
  return (
    <div className={classes.picker}>
      <TextInput
        data-till-focus
        data-till-search
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={label}
        leftSection={<IconSearch size={22} stroke={1.9} aria-hidden />}
        autoComplete="off"
        maxLength={200}
        value={query}
        onChange={(event) => dispatch({ type: 'searchFor', query: event.currentTarget.value })}
      />
      <FailureBanner error={found.error} />
      {query === '' ? (
        children
      ) : (
        <div id={listId} role="listbox" aria-label={t('search.results')} className={classes.people}>
          {hits.map((hit, row) => (
            <PersonRow
              key={hit.customerId}
              name={hit.name}
              option={{ id: `${listId}-${row}`, isActive: row === active }}
              end={hit.phoneTail !== null && <span className="num">{words.tail(hit.phoneTail)}</span>}
              onChoose={() => choose(hit)}
            >
              <HighlightedName name={hit.name} query={query} />
            </PersonRow>
          ))}
        </div>
      )}
      {query !== '' && found.answered !== null && hits.length === 0 && (
        <p className={classes.subtitle} role="status">
          {nobodyFound}
        </p>
      )}
    </div>
  );
};
