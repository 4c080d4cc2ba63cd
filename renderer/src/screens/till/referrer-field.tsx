import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { HighlightedName } from './highlighted-name.tsx';
import formClasses from './know-form.module.css';
import { useChoosePerson, useTillStore } from './till-context.tsx';
import type { NewCustomerForm } from './till-panels.ts';
import { mostReferrers, type SearchHits } from './use-search-hits.ts';
import { useTillWords } from './use-till-words.ts';

/** Who told them: a customer found by name. The list opens upwards, where there is room. */
export const ReferrerField = ({ form, found }: { form: NewCustomerForm; found: SearchHits }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const choose = useChoosePerson();
  const words = useTillWords();
  const listId = useId();
  const { referredBy, referrer } = form;
  const hits = found.hits.slice(0, mostReferrers);
  const isOpen = referrer.query !== '' && hits.length > 0;
  if (referredBy !== null) {
    return (
      <div className={formClasses.field}>
        <span className={formClasses.fieldLabel}>{t('newCustomer.referrer')}</span>
        <div className={formClasses.chosenReferrer}>
          <span>{referredBy.name}</span>
          <ActionIcon
            variant="subtle"
            size={48}
            aria-label={t('newCustomer.referrerClear', { name: referredBy.name })}
            onClick={() => dispatch({ type: 'fillForm', fields: { referredBy: null } })}
          >
            <IconX size={22} stroke={1.9} aria-hidden />
          </ActionIcon>
        </div>
      </div>
    );
  }
  return (
    <div className={formClasses.referrer}>
      {isOpen && (
        <div id={listId} role="listbox" aria-label={t('search.results')} className={formClasses.referrerList}>
          {hits.map((hit, row) => (
            <button
              key={hit.customerId}
              type="button"
              role="option"
              id={`${listId}-${row}`}
              aria-selected={row === referrer.active}
              tabIndex={-1}
              className={formClasses.referrerHit}
              onClick={() => choose(hit)}
            >
              <span>
                <HighlightedName name={hit.name} query={referrer.query} />
              </span>
              {hit.phoneTail !== null && <span className="num">{words.tail(hit.phoneTail)}</span>}
            </button>
          ))}
        </div>
      )}
      <TextInput
        data-till-search
        role="combobox"
        label={t('newCustomer.referrer')}
        placeholder={t('newCustomer.referrerPlaceholder')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${referrer.active}` : undefined}
        aria-autocomplete="list"
        leftSection={<IconSearch size={20} stroke={1.9} aria-hidden />}
        autoComplete="off"
        maxLength={200}
        value={referrer.query}
        onChange={(event) => dispatch({ type: 'searchFor', query: event.currentTarget.value })}
      />
    </div>
  );
};
