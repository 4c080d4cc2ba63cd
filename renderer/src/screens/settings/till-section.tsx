import { SegmentedControl, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillPreferences } from '#shared/contract/settings.ts';
import { AmountInput } from '../../components/amount-input.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { readScannerPrefix, writeScannerPrefix } from '../../scanner/scanner-prefix.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { SameCustomerRow } from './same-customer-row.tsx';
import { ScannerTestRow } from './scanner-test-row.tsx';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';
import { TextSetting } from './text-setting.tsx';
import type { UpdateSettings } from './use-update-settings.ts';

const amountRules: readonly TillPreferences['amountRule'][] = ['required', 'optional', 'never'];

/** Minutes until the screen locks; 0 = never. */
const lockChoices: readonly number[] = [1, 2, 5, 10, 15, 30, 0];

/** How the till asks and listens. */
export const TillSection = ({ update }: { update: UpdateSettings }) => {
  const { t } = useTranslation('settings');
  const { till, currencyDigits } = useShop();
  const format = useFormat();
  const [prefix, setPrefix] = useState(readScannerPrefix);
  return (
    <>
      <ScannerTestRow />
      <SettingRow label={t('till.prefix')} note={t('till.prefixNote')}>
        {(ids) => (
          <TextSetting
            {...ids}
            className={classes.short}
            maxLength={4}
            mayBeEmpty
            value={prefix}
            onSave={(value) => {
              writeScannerPrefix(value);
              setPrefix(value);
            }}
          />
        )}
      </SettingRow>
      <SettingRow label={t('till.rush')} note={t('till.rushNote')}>
        {(ids) => (
          <Switch
            {...ids}
            checked={till.rushMode}
            onChange={(event) => update({ till: { rushMode: event.currentTarget.checked } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('till.amount')} note={t('till.amountNote')}>
        {(ids) => (
          <SegmentedControl
            {...ids}
            data={amountRules.map((value) => ({ value, label: t(`till.amountRules.${value}`) }))}
            value={till.amountRule}
            onChange={(amountRule) => update({ till: { amountRule } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('till.lock')} note={t('till.lockNote')}>
        {(ids) => (
          <Select
            {...ids}
            className={classes.short}
            allowDeselect={false}
            data={[...new Set([...lockChoices, till.lockMinutes])]
              .sort((one, other) => (one || Infinity) - (other || Infinity))
              .map((minutes) => ({
                value: String(minutes),
                label: minutes === 0 ? t('till.lockNever') : t('till.lockMinutes', { count: minutes }),
              }))}
            value={String(till.lockMinutes)}
            onChange={(value) => value !== null && update({ till: { lockMinutes: Number(value) } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('till.usually')} note={t('till.usuallyNote')}>
        {(ids) => (
          <Switch
            {...ids}
            checked={till.usuallyHere}
            onChange={(event) => update({ till: { usuallyHere: event.currentTarget.checked } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('till.shortNames')} note={t('till.shortNamesNote')}>
        {(ids) => (
          <Switch
            {...ids}
            checked={till.shortNames}
            onChange={(event) => update({ till: { shortNames: event.currentTarget.checked } })}
          />
        )}
      </SettingRow>
      <SameCustomerRow minutes={till.sameCustomerMinutes} update={update} />
      <SettingRow
        label={t('till.largest')}
        note={t('till.largestNote', {
          slip: format.amountInput(129 * 10 ** currencyDigits),
          meant: format.amountInput(Math.round(12.9 * 10 ** currencyDigits)),
        })}
      >
        {(ids) => (
          <AmountInput
            {...ids}
            className={classes.short}
            value={till.largestWithoutQuestion}
            commitOn="blur"
            onChange={(largestWithoutQuestion) => update({ till: { largestWithoutQuestion } })}
          />
        )}
      </SettingRow>
    </>
  );
};
