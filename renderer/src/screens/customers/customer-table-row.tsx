import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '#shared/contract/customers.ts';
import type { Tag } from '#shared/contract/tags.ts';
import { Avatar } from '../../components/avatar.tsx';
import { TagChip } from '../../components/tag-chip.tsx';
import { TierChip } from '../../components/tier-chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './customers-screen.module.css';
import type { ListColumn } from './list-columns.ts';
import { StateTag } from './state-tag.tsx';
import { useDayWords, useToday } from './use-day-words.ts';

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
    columns,
    tabbable,
    onOpen,
  }: {
    row: number;
    customer: CustomerRow | undefined;
    /** The shop's tags by their ids. */
    tags: ReadonlyMap<number, Tag>;
    columns: readonly ListColumn[];
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
      {customer === undefined ? (
        <td colSpan={columns.length} aria-busy />
      ) : (
        <Cells customer={customer} tags={tags} columns={columns} />
      )}
    </tr>
  ),
);

const Cells = ({
  customer,
  tags,
  columns,
}: {
  customer: CustomerRow;
  tags: ReadonlyMap<number, Tag>;
  columns: readonly ListColumn[];
}) => columns.map(({ key }) => <Cell key={key} column={key} customer={customer} tags={tags} />);

const Cell = ({
  column,
  customer,
  tags,
}: {
  column: ListColumn['key'];
  customer: CustomerRow;
  tags: ReadonlyMap<number, Tag>;
}) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const dayWords = useDayWords();
  const { phoneDisplay, cardTail, birthday, lastDay, lastAt, visits, spend, tier, outlook } = customer;
  const missing = <span className={classes.missing}>{'\u2013'}</span>;
  switch (column) {
    case 'name':
      return <NameCell customer={customer} tags={tags} />;
    case 'tier':
      return <td>{tier === null ? missing : <TierChip {...tier} />}</td>;
    case 'phone':
      return <td className="num">{phoneDisplay ?? missing}</td>;
    case 'card':
      return <td className="num">{cardTail === null ? missing : t('cardEnds', { tail: cardTail })}</td>;
    case 'lastVisit':
      return <td>{lastDay === null ? t('never') : dayWords(lastDay, lastAt)}</td>;
    case 'expected':
      return <td>{outlook?.expectedDay ? <ExpectedDay day={outlook.expectedDay} /> : missing}</td>;
    case 'birthday':
      return <td>{birthday === null ? missing : format.anniversary(birthday)}</td>;
    case 'state':
      return <td>{outlook === null ? missing : <StateTag state={outlook.state} />}</td>;
    case 'visits':
      return <td className={`${classes.end} num`}>{format.number(visits)}</td>;
    case 'spend':
      return <td className={`${classes.end} ${classes.spend} num`}>{format.money(spend)}</td>;
  }
};

const ExpectedDay = ({ day }: { day: string }) => {
  const { t } = useTranslation('common');
  const format = useFormat();
  return day === useToday() ? t('today') : format.dayShort(day);
};

const NameCell = ({ customer, tags }: { customer: CustomerRow; tags: ReadonlyMap<number, Tag> }) => {
  const { t } = useTranslation('customers');
  const { customerId, name, completeLater } = customer;
  const worn = customer.tagIds.flatMap((id) => tags.get(id) ?? []);
  return (
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
        {completeLater && <span className={classes.tag}>{t('completeLaterTag')}</span>}
      </span>
    </td>
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
