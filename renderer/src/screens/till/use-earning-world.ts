import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { businessDayAt, minuteOfDay, weekdayOf } from '#shared/domain/business-day/business-day.ts';
import { orpc } from '../../api/queries.ts';
import { useShop } from '../../shell/shop-context.tsx';
import type { EarningWorld } from './earning-preview.ts';
import { useProgramme } from './use-till-data.ts';

const minute = 60_000;

/** The moment as the till needs it: a new one every minute. */
const useMinute = (): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
};

/** What decides beforehand what a visit earns; undefined until the programme and the items are known. */
export const useEarningWorld = (): EarningWorld | undefined => {
  const { shop, till } = useShop();
  const { timeZone, cutoffMinutes } = shop;
  const rules = useProgramme()?.rules;
  const items = useQuery(orpc.items.list.queryOptions()).data?.items;
  const now = useMinute();
  const asksAmount = till.amountRule !== 'never';
  return useMemo(() => {
    if (rules === undefined || items === undefined) return undefined;
    const calendar = { timeZone, cutoffMinutes };
    const day = businessDayAt(now, calendar);
    const categories = new Map(items.map(({ id, category }) => [id, category]));
    return {
      rules,
      time: { day, weekday: weekdayOf(day), minute: minuteOfDay(now, calendar) },
      categoryOf: (itemId) => categories.get(itemId) ?? '',
      asksAmount,
    };
  }, [rules, items, timeZone, cutoffMinutes, now, asksAmount]);
};
