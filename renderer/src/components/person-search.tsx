import { TextInput } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../api/queries.ts';
import classes from './person-search.module.css';

const mostHits = 6;

/** Search a person by name, phone or card, then choose with the arrow keys or a tap. */
export const PersonSearch = ({
  label,
  description,
  exceptId = null,
  onChoose,
}: {
  label: string;
  description?: string;
  /** Whom not to offer: the person it is about. */
  exceptId?: number | null;
  onChoose: (customerId: number, name: string) => void;
}) => {
  const { t } = useTranslation('customers');
  const listId = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const wanted = query.trim();
  const search = useQuery(
    orpc.till.search.queryOptions({
      input: wanted === '' ? skipToken : { query: wanted, limit: mostHits + 1 },
    }),
  );
  const found = wanted === '' ? [] : (search.data?.hits ?? []);
  const hits = found.filter(({ customerId }) => customerId !== exceptId).slice(0, mostHits);
  const choose = (index: number) => {
    const hit = hits[index];
    if (hit === undefined) return;
    setQuery('');
    onChoose(hit.customerId, hit.name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (wanted === '') return;
    if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') choose(chosen);
    else if (event.key === 'Escape') setQuery('');
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <TextInput
        label={label}
        description={description}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `${listId}-${chosen}` : undefined}
        autoComplete="off"
        maxLength={120}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className={classes.hits}>
        {hits.map((hit, index) => (
          <button
            key={hit.customerId}
            id={`${listId}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classes.hit}
            onClick={() => choose(index)}
          >
            {hit.name}
            {hit.phoneTail !== null && (
              <span className={classes.hitTail}>{t('cardEnds', { tail: hit.phoneTail })}</span>
            )}
          </button>
        ))}
      </div>
      {wanted !== '' && search.data !== undefined && hits.length === 0 && (
        <p className={classes.noHits} role="status">
          {t('form.referredNone')}
        </p>
      )}
    </div>
  );
};
