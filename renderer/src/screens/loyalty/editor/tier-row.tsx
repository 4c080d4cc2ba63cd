import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { TierLevel, TierScheme } from '#shared/domain/loyalty/programme.ts';
import { TierChip } from '../../../components/tier-chip.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from './editor.module.css';
import { FactorField } from './factor-field.tsx';
import { MoneyField } from './money-field.tsx';
import { NumberField } from './number-field.tsx';
import { TextField } from './text-field.tsx';

interface RowProps {
  readonly level: TierLevel;
  readonly index: number;
  readonly tiers: TierScheme;
  readonly onChange: (part: Partial<TierLevel>) => void;
}

/** From when on the level is reached; the lowest one has everybody. */
const Threshold = ({ level, index, tiers, onChange }: RowProps) => {
  const { t } = useTranslation('programme');
  const { from } = level;
  if (index === 0 && from === 0)
    return (
      <span className={classes.quiet}>{t(tiers.basis === 'rank' ? 'tiers.everybody' : 'tiers.first')}</span>
    );
  const change = (value: number) => onChange({ from: value });
  const field =
    tiers.basis === 'spend' ? (
      <MoneyField label={t('tiers.fromOf', { name: level.name })} value={from} onChange={change} />
    ) : (
      <NumberField
        label={t('tiers.fromOf', { name: level.name })}
        min={index === 0 ? 0 : 1}
        max={1_000_000}
        value={from}
        onChange={change}
      />
    );
  return (
    <span className={classes.together}>
      <Trans t={t} i18nKey={`tiers.from.${tiers.basis}`} components={{ from: field }} />
    </span>
  );
};

/** One level: from when on, what it gives, and how many people it would hold. */
export const TierRow = (
  props: RowProps & {
    /** People it would hold; null while that is not known. */
    readonly people: number | null;
    /** Null for the only level. */
    readonly onRemove: (() => void) | null;
  },
) => {
  const { t } = useTranslation('programme');
  const format = useFormat();
  const { level, index, tiers, people, onChange, onRemove } = props;
  return (
    <>
      <div className={classes.levelHead}>
        <TierChip name={level.name} index={index} of={tiers.levels.length} />
        <Threshold {...props} />
        <span className={`${classes.people} num`}>
          {people !== null && t('tiers.people', { count: people, n: format.number(people) })}
        </span>
      </div>
      <div className={classes.levelFields}>
        <TextField
          label={t('tiers.nameOf', { name: level.name })}
          maxLength={40}
          value={level.name}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          label={t('tiers.benefitsOf', { name: level.name })}
          placeholder={t('tiers.benefits')}
          optional
          wraps
          maxLength={200}
          value={level.benefits}
          onChange={(benefits) => onChange({ benefits })}
        />
        <FactorField
          label={t('tiers.factorOf', { name: level.name })}
          least="plain"
          value={level.factor}
          onChange={(factor) => onChange({ factor })}
        />
        {onRemove !== null && (
          <ActionIcon
            variant="default"
            size={48}
            aria-label={t('tiers.remove', { name: level.name })}
            onClick={onRemove}
          >
            <IconTrash size={22} stroke={1.8} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </>
  );
};
