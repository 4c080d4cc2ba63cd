import { TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './customers-screen.module.css';

/** Below this pause between two letters the list is not asked again, ms. */
const typingPause = 60;

/**
 * The search of the list. It has the focus when the screen opens; arrow keys lead into the list, Enter opens
 * its first row, Escape clears the text first.
 */
export const SearchField = ({
  ref,
  value,
  onChange,
  onIntoList,
  onEnter,
}: {
  ref: RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (search: string) => void;
  onIntoList: (key: string) => void;
  /** Enter with a text: its first hit is to be opened. */
  onEnter: (search: string) => void;
}) => {
  const { t } = useTranslation('customers');
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), typingPause);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);

  const clear = () => {
    setTyped('');
    ref.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      clear();
    }
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      onChange(typed.trim());
      onEnter(typed.trim());
      return;
    }
    const emptyEnd = typed === '' && ['End', 'Home', 'Enter'].includes(event.key);
    if (event.key === 'ArrowDown' || event.key === 'PageDown' || emptyEnd) {
      event.preventDefault();
      onIntoList(event.key);
    }
  };
  return (
    <TextInput
      ref={ref}
      className={classes.search ?? ''}
      aria-label={t('searchLabel')}
      placeholder={t('searchLabel')}
      autoComplete="off"
      spellCheck={false}
      autoFocus
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      leftSection={<IconSearch size={22} stroke={1.9} aria-hidden />}
      rightSectionWidth={52}
      rightSection={
        typed !== '' && (
          <button type="button" className={classes.clear} aria-label={t('clearSearch')} onClick={clear}>
            <IconX size={20} stroke={2} aria-hidden />
          </button>
        )
      }
    />
  );
};
