import { NativeSelect } from '@mantine/core';
import { type Dispatch, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnits } from './use-units.ts';
import type { Chosen, WizardAction } from './wizard.ts';

/** What the balances of the file are: points, or the stamps of a card; the first stands until another is chosen. */
export const UnitChoice = ({ chosen, dispatch }: { chosen: Chosen; dispatch: Dispatch<WizardAction> }) => {
  const { t } = useTranslation('imports');
  const units = useUnits();
  const first = units[0]?.unitId;
  const { unitId } = chosen;
  useEffect(() => {
    if (unitId === null && first !== undefined) dispatch({ kind: 'setUnit', unitId: first });
  }, [unitId, first, dispatch]);
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
