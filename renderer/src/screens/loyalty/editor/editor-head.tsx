import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#shared/contract/loyalty.ts';
import { DayInput } from '../../../components/day-input.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from '../loyalty.module.css';

/** Which version is in force, what became of the draft, and the way to start it on a day. */
export const EditorHead = ({
  programme,
  isKept,
  effectiveFrom,
  canStart,
  isStarting,
  canDiscard,
  onDay,
  onCompare,
  onDiscard,
  onStart,
}: {
  readonly programme: Programme;
  readonly isKept: boolean;
  /** Null = today. */
  readonly effectiveFrom: string | null;
  readonly canStart: boolean;
  readonly isStarting: boolean;
  readonly canDiscard: boolean;
  readonly onDay: (day: string | null) => void;
  readonly onCompare: () => void;
  readonly onDiscard: () => void;
  readonly onStart: () => void;
}) => {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const today = format.dayAt(Date.now());
  const isLater = effectiveFrom !== null && effectiveFrom > today;
  const { number } = programme;
  return (
    <PageTitle
      title={t('title')}
      subtitle={
        <>
          {canDiscard
            ? t('inForce', { number })
            : t('subtitle', { number, date: format.date(programme.effectiveFrom) })}{' '}
          {canDiscard && <span role="status">{t(isKept ? 'draftKept' : 'draftKeeping')}</span>}
        </>
      }
    >
      {canDiscard && (
        <Button variant="default" disabled={!isKept} onClick={onDiscard}>
          {t('discard')}
        </Button>
      )}
      <Button variant="default" onClick={onCompare}>
        {t('compare.open')}
      </Button>
      <DayInput
        size="md"
        className={classes.startDay ?? ''}
        aria-label={t('startDay')}
        min={today}
        value={effectiveFrom ?? today}
        onChange={(day) => onDay(day !== null && day > today ? day : null)}
      />
      <Button disabled={!canStart} loading={isStarting} onClick={onStart}>
        {isLater ? t('startOn', { date: format.date(effectiveFrom, 'long') }) : t('startToday')}
      </Button>
    </PageTitle>
  );
};
