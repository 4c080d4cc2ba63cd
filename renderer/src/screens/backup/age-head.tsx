import { IconAlertTriangle, IconClock, IconShieldCheck } from '@tabler/icons-react';
import { CardHead } from './card-head.tsx';
import { daysSince } from './moment-words.ts';
import { useBackupWords } from './use-backup-words.ts';
import type { Overview } from './use-overview.ts';

/** From this age on an old backup is a danger, not only something to look at. */
const dangerDays = 7;

const icons = { good: IconShieldCheck, warn: IconClock, bad: IconAlertTriangle } as const;

/** How old a backup is allowed to be: within the reminder, past it, and far past it. */
export const toneOfAge = (days: number, reminderDays: number): 'good' | 'warn' | 'bad' => {
  if (days < Math.max(1, reminderDays)) return 'good';
  return days > Math.max(dangerDays, reminderDays) ? 'bad' : 'warn';
};

/** The age of the newest backup in words, and what is only on this computer. */
export const AgeHead = ({ overview, canStart }: { overview: Overview; canStart: boolean }) => {
  const { t, format } = useBackupWords();
  const { last, sinceLast, now, preferences } = overview;
  const hasData = now.customers > 0 || now.visits > 0;
  const onlyHere = t('head.onlyHere', { count: sinceLast, n: format.number(sinceLast) });
  const plugIn = canStart ? '' : ` ${t('head.plugIn')}`;
  if (last === null) {
    return (
      <CardHead
        icon={hasData ? IconAlertTriangle : IconShieldCheck}
        tone={hasData ? 'warn' : 'good'}
        title={t('head.never')}
        text={hasData ? onlyHere + plugIn : t('head.emptyShop')}
      />
    );
  }
  const days = daysSince(last.at, Date.now(), format);
  const tone = sinceLast === 0 && days < dangerDays ? 'good' : toneOfAge(days, preferences.reminderDays);
  const title =
    days <= 0
      ? t('head.today', { time: format.time(last.at) })
      : days === 1
        ? t('head.yesterday')
        : t('head.daysAgo', { days: t('safety:days', { count: days }) });
  return (
    <CardHead
      icon={icons[tone]}
      tone={tone}
      title={title}
      text={(sinceLast === 0 ? t('head.nothingNew') : onlyHere) + plugIn}
    />
  );
};
