import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './act.module.css';
import { useHeldPrices, useTillStore } from './till-context.tsx';
import { quickItemsOf, useSoldItems } from './use-till-data.ts';

/** As many as fit above the keypad. */
const besideKeypad = 4;

/** The price; where an older one is kept for the customer, that one beside today's. */
const ItemPrice = ({ price, kept }: { price: string; kept: string | null }) => {
  const { t } = useTranslation('tillActs');
  if (kept === null) return <span className="num">{price}</span>;
  return (
    <span className={`${classes.kept} num`}>
      {kept} <s aria-hidden>{price}</s>
      <span className="visually-hidden">{t('held', { price })}</span>
    </span>
  );
};

/** The shop's commonest items, one tap each. `tall` fills the place of the keypad. */
export const QuickItems = memo(({ tall }: { tall: boolean }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const navigate = useNavigate();
  const { dispatch } = useTillStore();
  const { items, isKnown } = useSoldItems();
  const held = useHeldPrices();
  const keptOf = (itemId: number, price: number): number | null => {
    const kept = held.find((each) => each.itemId === itemId)?.price;
    return kept !== undefined && kept < price ? kept : null;
  };
  const quick = quickItemsOf(items)
    .slice(0, tall ? undefined : besideKeypad)
    .map((item) => ({ ...item, kept: keptOf(item.id, item.price) }));
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
      {quick.map(({ id, name, price, kept }) => (
        <button
          key={id}
          type="button"
          className={classes.item}
          onClick={() => dispatch({ type: 'addItem', item: { itemId: id, name, unitPrice: price } })}
        >
          <b>{name}</b>
          <ItemPrice price={format.money(price)} kept={kept === null ? null : format.money(kept)} />
        </button>
      ))}
    </section>
  );
});
QuickItems.displayName = 'QuickItems';
