import { IconUsb } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { businessDayAt, formatDay } from '#shared/domain/business-day/business-day.ts';
import { localeOf } from '#shared/i18n/language.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import classes from './lock.module.css';

const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return now;
};

/** The shop's wall clock, and the day with the name of the shop. */
export const LockClock = () => {
  const { shop } = useShop();
  const format = useFormat();
  const now = useNow();
  const { timeZone } = shop;
  const today = formatDay(businessDayAt(now, { timeZone, cutoffMinutes: 0 }));
  const day = new Intl.DateTimeFormat(localeOf(shop.language), {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone },
  }).format(now);
  return (
    <div>
      <p className={`${classes.clock} num`}>
        <time dateTime={today}>{format.time(now)}</time>
      </p>
      <p className={classes.day}>{[day, shop.name].join(', ')}</p>
    </div>
  );
};

/** Days between two moments, as people say it: "yesterday", "3 days ago". */
const daysAgo = (at: number, now: number, locale: string): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    -Math.max(0, Math.floor((now - at) / 86_400_000)),
    'day',
  );

/** How old the newest backup is. */
export const BackupAge = ({ at }: { at: number | null }) => {
  const { t } = useTranslation('staff');
  const { language } = useShop().shop;
  const now = useNow();
  return (
    <p className={classes.backup}>
      <IconUsb size={20} stroke={1.8} aria-hidden />
      {at === null ? t('lock.noBackup') : t('lock.backup', { when: daysAgo(at, now, localeOf(language)) })}
    </p>
  );
};
