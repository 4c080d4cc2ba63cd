import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { TagChip } from '../../components/tag-chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './segments.module.css';
import { TagForm } from './tag-form.tsx';

/** The shop's tags: who wears each, its name and colour, and new ones. */
export const ShopTags = () => {
  const { t } = useTranslation(['tags', 'segments']);
  const format = useFormat();
  const navigate = useNavigate();
  const tags = useQuery(orpc.tags.list.queryOptions());
  const counts = useQuery(orpc.tags.counts.queryOptions());
  /** The tag whose form is open; `new`: that of a new one. */
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const close = () => setOpen(null);
  return (
    <Card title={t('title')} aria-label={t('title')}>
      <FailureBanner error={tags.error ?? counts.error} />
      {tags.data?.tags.length === 0 && <p className={classes.quiet}>{t('noneInShop')}</p>}
      <ul className={classes.saved}>
        {tags.data?.tags.map((tag) => {
          const use = counts.data?.counts.find(({ tagId }) => tagId === tag.tagId);
          return (
            <li key={tag.tagId}>
              <div className={classes.tagRow}>
                <button
                  type="button"
                  className={classes.segment}
                  onClick={() => void navigate({ to: '/customers', search: { tag: tag.tagId } })}
                >
                  <TagChip tag={tag} />
                  {use !== undefined && (
                    <span className="num">
                      {t('segments:people', { count: use.people, n: format.number(use.people) })}
                    </span>
                  )}
                </button>
                <Button
                  variant="default"
                  className={classes.change ?? ''}
                  aria-label={t('changeOf', { name: tag.name })}
                  aria-expanded={open === tag.tagId}
                  onClick={() => setOpen(open === tag.tagId ? null : tag.tagId)}
                >
                  {t('change')}
                </Button>
              </div>
              {open === tag.tagId && <TagForm tag={tag} use={use} onDone={close} />}
            </li>
          );
        })}
      </ul>
      {open === 'new' ? (
        <TagForm tag={null} use={undefined} onDone={close} />
      ) : (
        <Button variant="default" mt="sm" onClick={() => setOpen('new')}>
          {t('new')}
        </Button>
      )}
    </Card>
  );
};
