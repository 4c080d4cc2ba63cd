import { SegmentedControl, Select, Switch, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { readScale, scaleChoices, writeScale } from '../../theme/appearance.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';
import type { UpdateSettings } from './use-update-settings.ts';

const schemes = ['light', 'dark', 'auto'] as const;

/** How the screens look and sound. */
export const LookSection = ({ update }: { update: UpdateSettings }) => {
  const { t } = useTranslation('settings');
  const { till } = useShop();
  const format = useFormat();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [scale, setScale] = useState(readScale);
  return (
    <>
      <SettingRow label={t('look.scheme')} note={t('look.schemeNote')}>
        {(ids) => (
          <SegmentedControl
            {...ids}
            data={schemes.map((value) => ({ value, label: t(`look.schemes.${value}`) }))}
            value={colorScheme}
            onChange={setColorScheme}
          />
        )}
      </SettingRow>
      <SettingRow label={t('look.size')} note={t('look.sizeNote')}>
        {(ids) => (
          <Select
            {...ids}
            className={classes.short}
            allowDeselect={false}
            data={scaleChoices.map((percent) => ({
              value: String(percent),
              label: format.percent(percent / 100, 0),
            }))}
            value={String(scale)}
            onChange={(value) => {
              if (value === null) return;
              writeScale(Number(value));
              setScale(Number(value));
            }}
          />
        )}
      </SettingRow>
      <SettingRow label={t('look.sounds')} note={t('look.soundsNote')}>
        {(ids) => (
          <Switch
            {...ids}
            checked={till.sounds}
            onChange={(event) => update({ till: { sounds: event.currentTarget.checked } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('look.leftHanded')} note={t('look.leftHandedNote')}>
        {(ids) => (
          <Switch
            {...ids}
            checked={till.leftHanded}
            onChange={(event) => update({ till: { leftHanded: event.currentTarget.checked } })}
          />
        )}
      </SettingRow>
      <SettingRow label={t('look.keyCaps')} note={t('look.keyCapsNote')}>
        {(ids) => (
          <Switch
            {...ids}
            checked={till.keyCaps}
            onChange={(event) => update({ till: { keyCaps: event.currentTarget.checked } })}
          />
        )}
      </SettingRow>
    </>
  );
};
