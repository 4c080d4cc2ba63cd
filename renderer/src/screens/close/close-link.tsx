import { Button } from '@mantine/core';
import { IconArrowRight, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { dayAfter, monthInAddress } from './month-name.ts';

/** The way from a month to its close, or to what was closed; nothing before the month is over. */
export const CloseLink = ({ month, today }: { month: string; today: string }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const navigate = useNavigate();
  const closes = useQuery(orpc.monthClose.list.queryOptions()).data?.closes;
  const at = monthInAddress(month);
  if (closes === undefined || at === null || today < dayAfter(at)) return null;
  const closed = closes.find((close) => close.month === month && close.reopened === null);
  const open = () => void navigate({ to: '/month/$month/close', params: { month } });
  return closed === undefined ? (
    <Button rightSection={<IconArrowRight size={20} stroke={2} aria-hidden />} onClick={open}>
      {t('link.close', { month: format.monthName(at) })}
    </Button>
  ) : (
    <Button variant="default" leftSection={<IconLock size={20} stroke={1.9} aria-hidden />} onClick={open}>
      {t('link.closed', { n: format.number(closed.number) })}
    </Button>
  );
};
