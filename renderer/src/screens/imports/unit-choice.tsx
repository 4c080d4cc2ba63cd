import { NativeSelect } from '@mantine/core';
import { type Dispatch, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { likelyUnit } from './likely-unit.ts';
import { useUnits } from './use-units.ts';
import type { Chosen, WizardAction } from './wizard.ts';

/**
 * What the balances of the file are: points, or the stamps of a card. What their heading says stands until another is chosen.
 */
export const UnitChoice = ({
  chosen,
  heading,
  dispatch,
}: {
  chosen: Chosen;
  /** Null until the file is read. */
  heading: string | null;
  dispatch: Dispatch<WizardAction>;
}) => {
  const { t } = useTranslation('imports');
  const units = useUnits();
  const likely = heading === null ? undefined : likelyUnit(units, heading);
  const { unitId } = chosen;
  useEffect(() => {
    if (unitId === null && likely !== undefined) dispatch({ kind: 'setUnit', unitId: likely });
  }, [unitId, likely, dispatch]);
  return (
    <NativeSelect
      label={t('unit.label')}
      description={t('unit.note')}
      size="md"
      value={String(unitId ?? '')}
      data={units.map((unit) => ({ value: String(unit.unitId), label: unit.name }))}
      onChange={({ currentTarget }) => dispatch({ kind: 'setUnit', unitId: Number(currentTarget.value) })}
    />
  );
};
