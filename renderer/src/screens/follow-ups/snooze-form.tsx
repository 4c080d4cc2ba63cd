import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { DayInput } from '../../components/day-input.tsx';
import { useToday } from '../customers/use-day-words.ts';
import classes from './follow-ups.module.css';
import { dayAfter } from './use-outcome-words.ts';

const weekLater = (day: string): string => {
  const parsed = parseDay(day);
  return parsed === null ? day : formatDay(addDays(parsed, 7));
};

/** Puts somebody off to a day, a week from today unless said otherwise. */
export const SnoozeForm = ({
  isBusy,
  onWrite,
  onCancel,
}: {
  isBusy: boolean;
  onWrite: (untilDay: string) => void;
  onCancel: () => void;
}) => {
  const { t } = useTranslation(['followUps', 'common']);
  const today = useToday();
  const [day, setDay] = useState<string | null>(() => weekLater(today));
  const isReady = day !== null && day > today;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onWrite(day);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <h3 className={classes.small}>{t('snooze.title')}</h3>
      <DayInput
        autoFocus
        label={t('snooze.day')}
        min={dayAfter(today)}
        optional={false}
        value={day}
        onChange={setDay}
      />
      <div className={classes.formActs}>
        <Button type="submit" disabled={!isReady || isBusy}>
          {t('snooze.do')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
};
