import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { SettingRow } from '../settings/setting-row.tsx';
import { CareRules } from './care-rules.tsx';
import { InactiveList } from './inactive-list.tsx';
import { usePrivacyRules } from './use-privacy-rules.ts';

/** Months without a visit that can be chosen; 0 = never. */
const periods: readonly number[] = [12, 18, 24, 36, 48, 60, 84, 120, 0];

/** How long people are kept, whom that concerns next, and who reads what is known for their safety. */
export const PrivacySection = () => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const { rules, error, update } = usePrivacyRules();
  if (rules === undefined) return <FailureBanner error={error} />;
  const months = rules.inactiveMonths ?? 0;
  const choices = [...new Set([...periods, months])].sort(
    (one, other) => (one || Infinity) - (other || Infinity),
  );
  return (
    <>
      <FailureBanner error={error} />
      <SettingRow label={t('keep.period')} note={t('keep.periodNote')}>
        {(ids) => (
          <Select
            {...ids}
            allowDeselect={false}
            data={choices.map((each) => ({
              value: String(each),
              label: each === 0 ? t('keep.never') : t('keep.months', { count: each, n: format.number(each) }),
            }))}
            value={String(months)}
            onChange={(value) =>
              value !== null && update({ inactiveMonths: value === '0' ? null : Number(value) })
            }
          />
        )}
      </SettingRow>
      <InactiveList />
      <CareRules rules={rules} update={update} />
    </>
  );
};
