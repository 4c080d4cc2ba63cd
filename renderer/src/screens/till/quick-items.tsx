import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './act.module.css';
import { useTillStore } from './till-context.tsx';
import { quickItemsOf, useSoldItems } from './use-till-data.ts';

/** As many as fit above the keypad. */
const besideKeypad = 4;

/** The shop's commonest items, one tap each. `tall` fills the place of the keypad. */
export const QuickItems = memo(({ tall }: { tall: boolean }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const navigate = useNavigate();
  const { dispatch } = useTillStore();
  const { items, isKnown } = useSoldItems();
  const quick = quickItemsOf(items).slice(0, tall ? undefined : besideKeypad);
  if (isKnown && quick.length === 0) {
    return (
      <button
        type="button"
        className={classes.noItems}
        onClick={() => void navigate({ to: '/settings/$section', params: { section: 'items' } })}
      >
        <IconPlus size={22} stroke={2} aria-hidden />
        <span>
          <b>{t('empty.items')}</b>
          {t('empty.itemsHint')}
        </span>
      </button>
    );
  }
  return (
    <section className={classes.quick} data-tall={tall || undefined} aria-label={t('amount.quickItems')}>
      {quick.map(({ id, name, price }) => (
        <button
          key={id}
          type="button"
          className={classes.item}
          onClick={() => dispatch({ type: 'addItem', item: { itemId: id, name, unitPrice: price } })}
        >
          <b>{name}</b>
          <span className="num">{format.money(price)}</span>
        </button>
      ))}
    </section>
  );
});
QuickItems.displayName = 'QuickItems';
