import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '#shared/contract/customers.ts';
import type { Tag } from '#shared/contract/tags.ts';
import { Avatar } from '../../components/avatar.tsx';
import { TagChip } from '../../components/tag-chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './customers-screen.module.css';
import { useDayWords } from './use-day-words.ts';

/** No rows yet; one constant, so that nothing is computed anew for it. */
export const emptyRow: readonly CustomerRow[] = [];

/** Longer names are set smaller, so that every row keeps its height. */
const longName = 40;

/** One person of the list; empty while the page it is on is being fetched. */
export const CustomerTableRow = memo(
  ({
    row,
    customer,
    tags,
    tabbable,
    onOpen,
  }: {
    row: number;
    customer: CustomerRow | undefined;
    /** The shop's tags by their ids. */
    tags: ReadonlyMap<number, Tag>;
    tabbable: boolean;
    onOpen: (row: number) => void;
  }) => (
    <tr
      data-row={row}
      aria-rowindex={row + 2}
      tabIndex={tabbable ? 0 : -1}
      className={classes.row}
      onClick={() => onOpen(row)}
    >
      {customer === undefined ? <td colSpan={7} aria-busy /> : <Cells customer={customer} tags={tags} />}
    </tr>
  ),
);

const Cells = ({ customer, tags }: { customer: CustomerRow; tags: ReadonlyMap<number, Tag> }) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const dayWords = useDayWords();
  const { customerId, name, phoneDisplay, cardTail, birthday, lastDay, lastAt, visits, spend } = customer;
  const worn = customer.tagIds.flatMap((id) => tags.get(id) ?? []);
  const missing = <span className={classes.missing}>{'\u2013'}</span>;
  return (
    <>
      <td>
        <span className={classes.person}>
          <Avatar name={name} />
          <span className={classes.nameAndTags} data-tagged={worn.length > 0 || undefined}>
            <Link
              to="/customers/$customerId"
              params={{ customerId: String(customerId) }}
              tabIndex={-1}
              className={classes.name}
              data-long={name.length > longName || undefined}
              onClick={(event) => event.preventDefault()}
            >
              {name}
            </Link>
            {worn.length > 0 && <TagsInRow tags={worn} />}
          </span>
          {customer.completeLater && <span className={classes.tag}>{t('completeLaterTag')}</span>}
        </span>
      </td>
      <td className="num">{phoneDisplay ?? missing}</td>
      <td className="num">{cardTail === null ? missing : t('cardEnds', { tail: cardTail })}</td>
      <td>{birthday === null ? missing : format.anniversary(birthday)}</td>
      <td>{lastDay === null ? t('never') : dayWords(lastDay, lastAt)}</td>
      <td className={`${classes.end} num`}>{format.number(visits)}</td>
      <td className={`${classes.end} ${classes.spend} num`}>{format.money(spend)}</td>
    </>
  );
};

const mostTags = 2;

/** The first of somebody's tags, and how many more there are. */
const TagsInRow = ({ tags }: { tags: readonly Tag[] }) => {
  const { t } = useTranslation('tags');
  const format = useFormat();
  const more = tags.length - mostTags;
  return (
    <span className={classes.rowTags}>
      {tags.slice(0, mostTags).map((tag) => (
        <TagChip key={tag.tagId} tag={tag} small />
      ))}
      {more > 0 && <span className={classes.moreTags}>{t('more', { n: format.number(more) })}</span>}
    </span>
  );
};
