import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ProgrammeRules, type Unit, unitsOf } from '#shared/domain/loyalty/programme.ts';
import classes from './editor.module.css';

/** What a unit is called inside a sentence: "points", "stamps on Coffee card". */
export const useUnitName = (): ((unit: Unit) => string) => {
  const { t } = useTranslation('programme');
  return ({ kind, name }) => (kind === 'points' ? t('unit.points') : t('unit.stamps', { name }));
};

/** Points or one of the stamp cards; a unit that is not given any more stays named until another is chosen. */
export const UnitField = ({
  label,
  rules,
  value,
  onChange,
}: {
  readonly label: string;
  readonly rules: ProgrammeRules;
  readonly value: number;
  readonly onChange: (unitId: number) => void;
}) => {
  const { t } = useTranslation('programme');
  const nameOf = useUnitName();
  const units = unitsOf(rules).map((unit) => ({ value: String(unit.unitId), label: nameOf(unit) }));
  const isKnown = units.some((unit) => unit.value === String(value));
  return (
    <Select
      size="md"
      className={classes.unit ?? ''}
      aria-label={label}
      data={isKnown ? units : [...units, { value: String(value), label: t('unit.gone') }]}
      value={String(value)}
      error={!isKnown}
      onChange={(chosen) => {
        if (chosen !== null) onChange(Number(chosen));
      }}
    />
  );
};
