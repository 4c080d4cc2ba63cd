import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/domain/search/fold.ts';
import { newRequestId } from '../../api/request-id.ts';
import classes from './know.module.css';
import { useTillStore } from './till-context.tsx';
import { useSoldItems } from './use-till-data.ts';

/** More would be a list to read. */
const mostItems = 2;
/** As many characters as `interests.add` takes. */
const longestWords = 120;

/** What is written may be something they asked about: one of the items it names, else the words themselves. */
export const AskedAbout = ({ text }: { text: string }) => {
  const { t } = useTranslation('interests');
  const { dispatch } = useTillStore();
  const { items } = useSoldItems();
  const words = text.trim();
  if (words === '') return null;
  const folded = fold(words);
  const named = items.filter(({ name }) => fold(name).includes(folded)).slice(0, mostItems);
  const save = (itemId: number | null) => dispatch({ type: 'saveAskedAbout', itemId, newId: newRequestId() });
  return (
    <>
      <p className={classes.factLabel}>{t('till')}</p>
      <div className={classes.acts}>
        {named.map(({ id: itemId, name }) => (
          <Button key={itemId} variant="default" onClick={() => save(itemId)}>
            {t('tillItem', { what: name })}
          </Button>
        ))}
        {named.length === 0 && words.length <= longestWords && !words.includes('\n') && (
          <Button variant="default" onClick={() => save(null)}>
            {t('tillWords')}
          </Button>
        )}
      </div>
    </>
  );
};
