import { Button } from '@mantine/core';
import { IconCoffee, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '#shared/i18n/language.ts';
import { orpc } from '../../api/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import { inOrder } from './item-draft.ts';
import { ItemForm } from './item-form.tsx';
import classes from './items.module.css';
import { ItemsTable } from './items-table.tsx';

/** The catalogue: the items on the left, the one being written beside them. */
export const ItemsSection = () => {
  const { t } = useTranslation('items');
  const { language } = useShop().shop;
  const list = useQuery(orpc.items.list.queryOptions());
  const [open, setOpen] = useState<number | 'new' | null>(null);
  if (list.isError) return <FailureBanner error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const { items } = list.data;
  const selected = items.find(({ id }) => id === open) ?? null;
  const writing = open === 'new' || selected !== null;
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  return (
    <div className={classes.items} data-writing={writing || undefined}>
      <div>
        <div className={classes.head}>
          <p className={classes.subtitle}>{t('subtitle')}</p>
          {!(items.length === 0 && !writing) && add}
        </div>
        {items.length === 0 ? (
          !writing && (
            <EmptyState icon={IconCoffee} text={t('empty')}>
              {add}
            </EmptyState>
          )
        ) : (
          <ItemsTable
            items={inOrder(items, localeOf(language))}
            selectedId={selected?.id ?? null}
            narrow={writing}
            onSelect={(item) => setOpen(item.id)}
          />
        )}
      </div>
      {writing && <ItemForm key={open} item={selected} items={items} onClose={() => setOpen(null)} />}
    </div>
  );
};
