import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsOf } from '#shared/domain/loyalty/programme.ts';
import { orpc } from '../../api/queries.ts';

/** What the programme counts in, by name: points, and each stamp card. */
export const useUnits = () => {
  const { t } = useTranslation('imports');
  const rules = useQuery(orpc.loyalty.programme.queryOptions()).data?.rules;
  const units = rules === undefined ? [] : unitsOf(rules);
  return units.map((unit) => ({ ...unit, name: unit.name === '' ? t('unit.points') : unit.name }));
};
