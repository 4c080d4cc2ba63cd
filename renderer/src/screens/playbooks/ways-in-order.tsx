import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FollowUpChannel, followUpTones } from '#shared/domain/follow-ups/reasons.ts';
import { withWayMoved } from '#shared/domain/playbooks/playbook.ts';
import type { PlaybookDraft } from './playbook-draft.ts';
import classes from './playbooks.module.css';

interface WaysProps {
  readonly draft: PlaybookDraft;
  readonly change: (part: Partial<PlaybookDraft>) => void;
}

/** A place earlier or later. It stays under the finger and the focus at either end, where it does nothing. */
const MoveButton = ({
  by,
  label,
  isAtEnd,
  onMove,
}: {
  by: -1 | 1;
  label: string;
  isAtEnd: boolean;
  onMove: () => void;
}) => {
  const Arrow = by === -1 ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon
      variant="default"
      size={48}
      aria-label={label}
      aria-disabled={isAtEnd}
      {...(isAtEnd ? { 'data-disabled': true } : {})}
      onClick={onMove}
    >
      <Arrow size={20} stroke={1.9} aria-hidden />
    </ActionIcon>
  );
};

const Ways = ({ draft: { channels }, change }: WaysProps) => {
  const { t } = useTranslation(['playbooks', 'followUps']);
  const [moved, setMoved] = useState<FollowUpChannel | null>(null);
  const titleId = useId();
  const name = (way: FollowUpChannel) => t(`followUps:channel.${way}`);
  const move = (way: FollowUpChannel, by: -1 | 1) => {
    change({ channels: withWayMoved(channels, way, by) });
    setMoved(way);
  };
  return (
    <div className={classes.ways}>
      <h3 id={titleId}>{t('edit.ways')}</h3>
      <ol aria-labelledby={titleId}>
        {channels.map((way, index) => (
          <li key={way}>
            <span className={`${classes.place} num`} aria-hidden>
              {index + 1}
            </span>
            <strong>{name(way)}</strong>
            <MoveButton
              by={-1}
              label={t('edit.earlier', { way: name(way) })}
              isAtEnd={index === 0}
              onMove={() => move(way, -1)}
            />
            <MoveButton
              by={1}
              label={t('edit.later', { way: name(way) })}
              isAtEnd={index === channels.length - 1}
              onMove={() => move(way, 1)}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {moved !== null &&
          t('edit.moved', { way: name(moved), place: channels.indexOf(moved) + 1, of: channels.length })}
      </p>
    </div>
  );
};

/** In which order the ways to somebody are tried, and what kind of contact it is. */
export const WaysInOrder = ({ draft, change }: WaysProps) => {
  const { t } = useTranslation('playbooks');
  return (
    <div className={classes.pair} data-top>
      <Ways draft={draft} change={change} />
      <div className={classes.fields}>
        <p className={classes.quiet}>{t('edit.waysHint')}</p>
        <p className={classes.quiet}>{t('edit.waysAlone')}</p>
        <SegmentedControl
          aria-label={t('edit.tone')}
          data={followUpTones.map((value) => ({ value, label: t(`tone.${value}`) }))}
          value={draft.tone}
          onChange={(chosen) => {
            const tone = followUpTones.find((each) => each === chosen);
            if (tone !== undefined) change({ tone });
          }}
        />
      </div>
    </div>
  );
};
