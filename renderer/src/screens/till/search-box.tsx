import { IconScan, IconSearch, IconX } from '@tabler/icons-react';
import { type ChangeEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayCardCode } from '#shared/domain/card-code/card-code.ts';
import classes from './find.module.css';
import { useTillState, useTillStore } from './till-context.tsx';

/** Ids that tie the search box to its list. */
export const resultListId = 'till-results';
export const resultId = (row: number): string => `till-result-${row}`;

/**
 * The one box that always listens: name, phone, card. The screen keyboard of a tablet opens only when the
 * box itself is tapped, not whenever the focus returns to it.
 */
export const SearchBox = ({ rows }: { rows: number }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const { panel } = useTillState();
  const [tapped, setTapped] = useState(false);
  const isSearching = panel.kind === 'searching';
  const isCard = panel.kind === 'unknownCard';
  const value = isSearching ? panel.query : isCard ? displayCardCode(panel.code) : '';
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const text = currentTarget.value;
    dispatch(isSearching ? { type: 'searchFor', query: text } : { type: 'typed', text });
  };
  const onPointerDown = ({ pointerType }: PointerEvent) => setTapped(pointerType !== 'mouse');
  const isOpen = isSearching && rows > 0;
  return (
    <search className={classes.box}>
      <IconSearch size={27} stroke={2.2} className={classes.lens} aria-hidden />
      <input
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? resultListId : undefined}
        aria-activedescendant={isOpen ? resultId(panel.active) : undefined}
        aria-autocomplete="list"
        data-till-search
        inputMode={tapped ? 'search' : 'none'}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        readOnly={isCard}
        value={value}
        onChange={onChange}
        onPointerDown={onPointerDown}
        onBlur={() => setTapped(false)}
      />
      {value === '' ? (
        <span className={classes.boxEnd}>
          <IconScan size={26} stroke={2} aria-hidden />
        </span>
      ) : (
        <button
          type="button"
          className={classes.boxEnd}
          aria-label={t('search.clear')}
          onClick={() => dispatch({ type: 'escape' })}
        >
          <IconX size={24} stroke={2} aria-hidden />
        </button>
      )}
    </search>
  );
};
