import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';
import type { UpdateSettings } from './use-update-settings.ts';

const allDay = 24 * 60;

/** Minutes offered; 0 = never, a day = as long as the business day lasts. */
const choices: readonly number[] = [allDay, 4 * 60, 2 * 60, 60, 30, 10, 0];

/** For how long a second check-in of the same person is asked about. */
export const SameCustomerRow = ({ minutes, update }: { minutes: number; update: UpdateSettings }) => {
  const { t } = useTranslation('settings');
  const labelOf = (value: number): string => {
    if (value === 0) return t('till.sameNever');
    if (value >= allDay) return t('till.sameAllDay');
    return value % 60 === 0
      ? t('till.sameHours', { count: value / 60 })
      : t('till.sameMinutes', { count: value });
  };
  return (
    <SettingRow label={t('till.same')} note={t('till.sameNote')}>
      {(ids) => (
        <Select
          {...ids}
          className={classes.short}
          allowDeselect={false}
          data={[...new Set([...choices, minutes])]
            .sort((one, other) => other - one)
            .map((value) => ({ value: String(value), label: labelOf(value) }))}
          value={String(minutes)}
          onChange={(value) => value !== null && update({ till: { sameCustomerMinutes: Number(value) } })}
        />
      )}
    </SettingRow>
  );
};
