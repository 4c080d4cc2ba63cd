import { NumberInput, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '#shared/i18n/language.ts';
import {
  countryOptions,
  currencyName,
  cutoffOptions,
  languageOptions,
  timeZoneOptions,
} from '../../components/shop-options.ts';
import { ForCall } from '../../shell/for-call.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import { OpenRow } from './open-row.tsx';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';
import { shopKinds } from './shop-kinds.ts';
import { TextSetting } from './text-setting.tsx';
import type { UpdateSettings } from './use-update-settings.ts';

/** Stands for: people read what the screens are in. */
const asScreens = 'screens';

/** What the shop is and where. */
export const ShopSection = ({ update }: { update: UpdateSettings }) => {
  const { t } = useTranslation('settings');
  const { shop, till } = useShop();
  return (
    <>
      <SettingRow label={t('shop.name')} note={t('shop.nameNote')}>
        {(ids) => (
          <TextSetting
            {...ids}
            className={classes.wide}
            maxLength={80}
            value={shop.name}
            onSave={(name) => update({ shop: { name } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('shop.kind')} note={t('shop.kindNote')}>
        {(ids) => (
          <SegmentedControl
            {...ids}
            data={shopKinds.map((value) => ({ value, label: t(`shop.kinds.${value}`) }))}
            value={shop.kind}
            onChange={(kind) => update({ shop: { kind } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('shop.language')} note={t('shop.languageNote')}>
        {(ids) => (
          <Select
            {...ids}
            className={classes.wide}
            data={languageOptions()}
            value={shop.language}
            onChange={(value) => value !== null && isLanguage(value) && update({ shop: { language: value } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('shop.customerLanguage')} note={t('shop.customerLanguageNote')}>
        {(ids) => (
          <Select
            {...ids}
            className={classes.wide}
            allowDeselect={false}
            data={[{ value: asScreens, label: t('shop.customerLanguageSame') }, ...languageOptions()]}
            value={till.customerLanguage ?? asScreens}
            onChange={(value) =>
              value !== null && update({ till: { customerLanguage: isLanguage(value) ? value : null } })
            }
          />
        )}
      </SettingRow>
      <ForCall call="loyalty.versions">
        <OpenRow what="loyalty" />
      </ForCall>
      <SettingRow label={t('shop.country')} note={t('shop.countryNote')}>
        {(ids) => (
          <Select
            {...ids}
            className={classes.wide}
            searchable
            data={countryOptions(shop.language)}
            value={shop.country}
            onChange={(country) => country !== null && update({ shop: { country } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('shop.timeZone')} note={t('shop.timeZoneNote')}>
        {(ids) => (
          <Select
            {...ids}
            className={classes.wide}
            searchable
            limit={100}
            data={timeZoneOptions(shop.country, shop.timeZone)}
            value={shop.timeZone}
            onChange={(timeZone) => timeZone !== null && update({ shop: { timeZone } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('shop.cutoff')} note={t('shop.cutoffNote')}>
        {(ids) => (
          <Select
            {...ids}
            className={classes.short}
            data={cutoffOptions(shop.language, shop.cutoffMinutes)}
            value={String(shop.cutoffMinutes)}
            onChange={(value) => value !== null && update({ shop: { cutoffMinutes: Number(value) } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('shop.window')} note={t('shop.windowNote')}>
        {(ids) => (
          <NumberInput
            {...ids}
            className={classes.short}
            min={7}
            max={730}
            clampBehavior="blur"
            allowDecimal={false}
            allowNegative={false}
            suffix={`\u00a0${t('shop.windowUnit')}`}
            value={till.activityWindow}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 7 && value <= 730 && value !== till.activityWindow) {
                update({ till: { activityWindow: value } });
              }
            }}
          />
        )}
      </SettingRow>
      <SettingRow label={t('shop.currency')} note={t('shop.currencyNote')}>
        {() => <span className={classes.fact}>{currencyName(shop.currency, shop.language)}</span>}
      </SettingRow>
    </>
  );
};
