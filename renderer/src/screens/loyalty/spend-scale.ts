import type { ShopFacts } from '#shared/contract/settings.ts';

/** Usual and largest bill by kind of shop, in whole euros, where the shop set no limit of its own. */
const euros = {
  cafe: { usual: 8, largest: 40 },
  salon: { usual: 60, largest: 240 },
  other: { usual: 20, largest: 100 },
} as const satisfies Record<ShopFacts['kind'], { usual: number; largest: number }>;

/** A café's limit of 60 stands for a slider up to 40, a salon's of 400 for one up to 240. */
const shareOfLimit = { cafe: 2 / 3, salon: 0.6, other: 0.25 } as const satisfies Record<
  ShopFacts['kind'],
  number
>;

/**
 * Start, end and step of the amounts a customer may spend, minor units. The shop's largest amount without
 * a question tells how much money is in its currency.
 */
export const spendScale = (
  kind: ShopFacts['kind'],
  largestWithoutQuestion: number | null,
  currencyDigits: number,
): { readonly usual: number; readonly largest: number; readonly step: number } => {
  const unit = 10 ** currencyDigits;
  const largestGuess =
    largestWithoutQuestion === null
      ? euros[kind].largest * unit
      : largestWithoutQuestion * shareOfLimit[kind];
  const step = Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, largestGuess / 20))));
  const onStep = (value: number) => Math.max(step, Math.round(value / step) * step);
  const largest = Math.max(onStep(largestGuess), 4 * step);
  return { largest, step, usual: onStep((largest * euros[kind].usual) / euros[kind].largest) };
};
