import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './audit.module.css';

const moved = (day: string, by: number): string => {
  const parsed = parseDay(day);
  return parsed === null ? day : formatDay(addDays(parsed, by));
};

/** The day that is shown, and the ones beside it. */
export const DaySteps = ({
  day,
  today,
  onDay,
}: {
  day: string;
  today: string;
  onDay: (day: string) => void;
}) => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  return (
    <>
      <ActionIcon
        variant="default"
        size={48}
        aria-label={t('dayBefore')}
        onClick={() => onDay(moved(day, -1))}
      >
        <IconChevronLeft size={22} stroke={2} aria-hidden />
      </ActionIcon>
      <strong className={classes.day} role="status">
        {format.date(day, 'long')}
      </strong>
      <ActionIcon
        variant="default"
        size={48}
        aria-label={t('dayAfter')}
        disabled={day >= today}
        onClick={() => onDay(moved(day, 1))}
      >
        <IconChevronRight size={22} stroke={2} aria-hidden />
      </ActionIcon>
    </>
  );
};
