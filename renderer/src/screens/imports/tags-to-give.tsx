import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#shared/contract/imports.ts';
import { TagChip } from '../../components/tag-chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './import.module.css';

/** A column that was taken for tags by mistake has hundreds; these are enough to see it. */
const mostShown = 12;

/** The tags that a list gives to how many people, and which of them are new to the shop; nothing without tags. */
export const TagsToGive = ({ tags }: { tags: ImportReport['tags'] }) => {
  const { t } = useTranslation('imports');
  const format = useFormat();
  if (tags.length === 0) return null;
  const more = tags.length - mostShown;
  const given = (people: number) => t('check.tags.one', { count: people, n: format.number(people) });
  return (
    <section className={classes.tagsGiven} aria-label={t('check.tags.title')}>
      <h3 className={classes.tagsTitle}>{t('check.tags.title')}</h3>
      <ul className={classes.tags}>
        {tags.slice(0, mostShown).map(({ name, isNew, people }) => (
          <li key={name}>
            <TagChip tag={{ name, colour: null }} small />
            {isNew ? t('check.tags.isNew', { people: given(people) }) : given(people)}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('check.tags.more', { count: more, n: format.number(more) })}</p>}
    </section>
  );
};
