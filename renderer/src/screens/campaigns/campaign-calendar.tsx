import { Button } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '#shared/contract/campaigns.ts';
import { formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { calendarWeeks, weeksShown } from './calendar-weeks.ts';
import classes from './campaigns.module.css';

const step = weeksShown / 2;

/** What happens to it by itself, beside its name. */
const Note = ({ campaign: { state, test, hindrance } }: { campaign: Campaign }) => {
  const { t } = useTranslation('campaigns');
  if (state === 'over' || state === 'stopped') return null;
  if (hindrance !== null) return <span className={classes.barNote}>{t('calendar.held')}</span>;
  return <span className={classes.barNote}>{t(test === null ? 'calendar.joins' : 'calendar.closed')}</span>;
};

/** When what is done: a bar for each campaign over some weeks. */
export const CampaignCalendar = ({ campaigns }: { campaigns: readonly Campaign[] }) => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const [moved, setMoved] = useState(0);
  const today = parseDay(format.dayAt(Date.now()));
  if (today === null) return null;
  const shown = calendarWeeks(campaigns, today, moved);
  const label = t('calendar.label', {
    from: format.date(formatDay(shown.from)),
    to: format.date(formatDay(shown.to)),
  });
  return (
    <Card
      title={t('calendar.title')}
      aria-label={t('calendar.title')}
      aside={
        <span className={classes.turn}>
          <Button
            variant="default"
            px={11}
            aria-label={t('calendar.earlier')}
            onClick={() => setMoved(moved - step)}
          >
            <IconChevronLeft size={20} aria-hidden />
          </Button>
          <Button variant="default" disabled={moved === 0} onClick={() => setMoved(0)}>
            {t('calendar.today')}
          </Button>
          <Button
            variant="default"
            px={11}
            aria-label={t('calendar.later')}
            onClick={() => setMoved(moved + step)}
          >
            <IconChevronRight size={20} aria-hidden />
          </Button>
        </span>
      }
    >
      <div className={classes.weeks} aria-hidden>
        {shown.weeks.map((monday) => (
          <span key={monday} className="num">
            {format.dayOfMonth(monday)}
          </span>
        ))}
      </div>
      <div className={classes.lanes}>
        {shown.today !== null && (
          <span
            className={classes.today}
            style={{ insetInlineStart: `${shown.today * 100}%` }}
            title={t('calendar.today')}
          />
        )}
        <ul className={classes.bars} aria-label={label}>
          {shown.bars.map(({ campaign, from, length }) => (
            <li key={campaign.campaignId} style={{ marginInlineStart: `${from * 100}%` }}>
              <Link
                className={classes.bar}
                data-state={campaign.state}
                style={{ inlineSize: `${(length * 100) / (1 - from)}%` }}
                to="/campaigns/$campaignId"
                params={{ campaignId: String(campaign.campaignId) }}
              >
                {campaign.hindrance !== null && <IconAlertTriangle size={18} aria-hidden />}
                {campaign.name}
                <Note campaign={campaign} />
                <span className="visually-hidden">
                  {`, ${t('fromTo', { from: format.date(campaign.fromDay), to: format.date(campaign.toDay) })}`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {shown.bars.length === 0 && <p className={classes.quiet}>{t('calendar.none')}</p>}
      </div>
    </Card>
  );
};
