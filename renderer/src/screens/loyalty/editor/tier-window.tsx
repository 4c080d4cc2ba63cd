import { Select } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import type { TierScheme } from '#shared/domain/loyalty/programme.ts';
import { useShop } from '../../../shell/shop-context.tsx';
import { tiersBy } from './edit-rules.ts';
import classes from './editor.module.css';
import { NumberField } from './number-field.tsx';

const bases = ['visits', 'spend', 'rank'] as const;

/** What standing is measured by, over which time, and for how long a level is kept. */
export const TierWindow = ({
  tiers,
  onChange,
}: {
  readonly tiers: TierScheme;
  readonly onChange: (tiers: TierScheme) => void;
}) => {
  const { t } = useTranslation('programme');
  const unitOfMoney = 10 ** useShop().currencyDigits;
  const { basis, window, graceDays } = tiers;
  const basisField = (
    <Select
      size="md"
      className={classes.basis ?? ''}
      aria-label={t('tiers.basis')}
      data={bases.map((value) => ({ value, label: t(`tiers.by.${value}`) }))}
      value={basis}
      onChange={(chosen) => {
        const next = bases.find((each) => each === chosen);
        if (next !== undefined) onChange(tiersBy(tiers, next, unitOfMoney));
      }}
    />
  );
  const windowField = (
    <Select
      size="md"
      className={classes.window ?? ''}
      aria-label={t('tiers.window')}
      data={(['rolling', 'calendarYear'] as const).map((value) => ({
        value,
        label: t(`tiers.over.${value}`),
      }))}
      value={window.kind}
      onChange={(chosen) => {
        if (chosen === window.kind) return;
        if (chosen === 'rolling') onChange({ ...tiers, window: { kind: 'rolling', days: 90 } });
        if (chosen === 'calendarYear') onChange({ ...tiers, window: { kind: 'calendarYear' } });
      }}
    />
  );
  const graceField = (
    <NumberField
      label={t('tiers.grace')}
      min={0}
      max={366}
      value={graceDays}
      onChange={(days) => onChange({ ...tiers, graceDays: days })}
    />
  );
  return (
    <>
      <div className={classes.sentence}>
        {window.kind === 'rolling' ? (
          <Trans
            t={t}
            i18nKey="tiers.rolling"
            components={{
              basis: basisField,
              window: windowField,
              days: (
                <NumberField
                  label={t('tiers.days')}
                  min={7}
                  max={730}
                  value={window.days}
                  onChange={(days) => onChange({ ...tiers, window: { kind: 'rolling', days } })}
                />
              ),
            }}
          />
        ) : (
          <Trans t={t} i18nKey="tiers.yearly" components={{ basis: basisField, window: windowField }} />
        )}
      </div>
      <div className={classes.sentence}>
        <Trans t={t} i18nKey="tiers.kept" components={{ grace: graceField }} />
      </div>
    </>
  );
};
