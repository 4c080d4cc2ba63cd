import type { TFunction } from 'i18next';
import type { OutlookModel } from '#shared/contract/outlook.ts';

const reasons = ['fewCustomers', 'fewReturned', 'fewGaps', 'shortHistory', 'nobodyLate'] as const;

/** Why there is no model: too little of something, or a fit that may not be trusted, for whatever cause. */
export const reasonOf = (reason: string | null): (typeof reasons)[number] | 'refused' =>
  reasons.find((one) => one === reason) ?? 'refused';

/** Whether the shop's visits carry chances; else it is only said who is late for themselves. */
export const hasChances = (model: Pick<OutlookModel, 'use' | 'standing'> | null): boolean =>
  model?.use === 'model' && (model.standing === 'early' || model.standing === 'full');

/** Why there are no chances, in a sentence; null where there are. */
export const whyNoChances = (
  model: Pick<OutlookModel, 'use' | 'standing' | 'reason'> | null,
  t: TFunction<'outlook'>,
): string | null => {
  if (model === null || hasChances(model)) return null;
  if (model.standing === 'none') return t(`reason.${reasonOf(model.reason)}`);
  return model.standing === 'rough' ? t('model.rough') : t('test.useCadence');
};
