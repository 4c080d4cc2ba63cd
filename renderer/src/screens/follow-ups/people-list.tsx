import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import { Avatar } from '../../components/avatar.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './follow-ups.module.css';
import { groupsOf, type ListGroup } from './list-groups.ts';
import { reasonLooks } from './reason-icons.ts';
import { useBecauseWords } from './use-because-words.ts';
import { useOutcomeWords } from './use-outcome-words.ts';

const Row = ({
  entry,
  isDone,
  isChosen,
  onChoose,
}: {
  entry: FollowUpEntry;
  isDone: boolean;
  isChosen: boolean;
  onChoose: () => void;
}) => {
  const { t } = useTranslation('followUps');
  const words = useBecauseWords();
  const outcomes = useOutcomeWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const line = entry.outcome ? outcomes.done(entry.outcome) : isDone ? t('done.came') : words(entry).line;
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={classes.row}
        aria-current={isChosen || undefined}
        data-done={isDone || undefined}
        onClick={onChoose}
      >
        <Avatar name={entry.name} size={42} />
        <span className={classes.rowWords}>
          <span className={classes.rowName}>{entry.name}</span>
          <span className={classes.rowLine}>{line}</span>
        </span>
        {isDone && <IconCheck size={20} stroke={2.2} className={classes.rowCheck} aria-hidden />}
      </button>
    </li>
  );
};

const Group = ({
  group,
  chosen,
  onChoose,
}: {
  group: ListGroup;
  chosen: number | null;
  onChoose: (customerId: number) => void;
}) => {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const { icon: Icon, tone } = reasonLooks[group.key];
  return (
    <section className={classes.group}>
      <h2 className={classes.groupHead} data-tone={tone}>
        <Icon size={20} stroke={1.9} aria-hidden />
        <span className={classes.groupName}>{t(`group.${group.key}`)}</span>
        <span className="num">{format.number(group.entries.length)}</span>
      </h2>
      <ul className={classes.rows}>
        {group.entries.map((entry) => (
          <Row
            key={entry.customerId}
            entry={entry}
            isDone={group.key === 'done'}
            isChosen={entry.customerId === chosen}
            onChoose={() => onChoose(entry.customerId)}
          />
        ))}
      </ul>
    </section>
  );
};

/** Everybody on the list, by reason; those who are done at its end. */
export const PeopleList = ({
  entries,
  chosen,
  onChoose,
}: {
  entries: readonly FollowUpEntry[];
  chosen: number | null;
  onChoose: (customerId: number) => void;
}) => {
  const { t } = useTranslation('followUps');
  return (
    <nav className={classes.list} aria-label={t('list')}>
      {groupsOf(entries).map((group) => (
        <Group key={group.key} group={group} chosen={chosen} onChoose={onChoose} />
      ))}
    </nav>
  );
};
