import { useTranslation } from 'react-i18next';
import type { Gift, ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import classes from './editor.module.css';
import { NumberField } from './number-field.tsx';
import { UnitField } from './unit-field.tsx';

/** How many of what is given. */
export const GiftField = ({
  label,
  rules,
  value,
  onChange,
}: {
  readonly label: string;
  readonly rules: ProgrammeRules;
  readonly value: Gift;
  readonly onChange: (gift: Gift) => void;
}) => {
  const { t } = useTranslation('programme');
  return (
    <span className={classes.together}>
      <NumberField
        label={t('gifts.amountOf', { gift: label })}
        max={100_000}
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount })}
      />
      <UnitField
        label={t('gifts.unitOf', { gift: label })}
        rules={rules}
        value={value.unitId}
        onChange={(unitId) => onChange({ ...value, unitId })}
      />
    </span>
  );
};
