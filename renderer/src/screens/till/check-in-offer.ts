import type { Programme } from '#shared/contract/loyalty.ts';
import type { CustomerCard } from '#shared/contract/till.ts';
import { type Carry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { previewEarning } from '#shared/domain/loyalty/earn.ts';
import { isEmptyEntry, paidAmount } from './entry.ts';
import type { TillState } from './till-state.ts';

/** What the big button says and promises. */
export interface CheckInOffer {
  readonly label: 'checkIn' | 'again' | 'walkIn';
  readonly isEnabled: boolean;
  /** What the visit will earn; null while it earns nothing or is not known yet. */
  readonly gains: { readonly stamps: number; readonly points: number } | null;
  /** A new customer who does not want to be kept. */
  readonly isNameless: boolean;
}

const walkIn = (isEnabled: boolean): CheckInOffer => ({
  label: isEnabled ? 'walkIn' : 'checkIn',
  isEnabled,
  gains: null,
  isNameless: false,
});

/** The remainder of points carried from earlier visits. */
const carryOf = (card: CustomerCard): Carry => {
  const points = card.balances.find(({ kind }) => kind === 'points');
  return points === undefined ? noCarry : { num: points.carryNum, den: points.carryDen };
};

/** Says before the act what it will do, by the same rules that write it. */
export const checkInOffer = (
  state: TillState,
  card: CustomerCard | undefined,
  programme: Programme | undefined,
): CheckInOffer => {
  const { panel, entry, rules } = state;
  const amount = rules.amountRule === 'never' ? null : paidAmount(entry);
  const gainsFor = (carry: Carry) =>
    programme === undefined ? null : previewEarning(programme, { amount, carry });
  switch (panel.kind) {
    case 'chosen': {
      const isAgain = card?.hints.some(({ kind }) => kind === 'hereToday') ?? false;
      const gains = card === undefined ? null : gainsFor(carryOf(card));
      return { label: isAgain ? 'again' : 'checkIn', isEnabled: true, gains, isNameless: false };
    }
    case 'newCustomer':
      return panel.form.membership === 'no'
        ? { label: 'walkIn', isEnabled: true, gains: null, isNameless: true }
        : { label: 'checkIn', isEnabled: true, gains: gainsFor(noCarry), isNameless: false };
    case 'walkIn':
      return walkIn(true);
    case 'idle':
      return walkIn(!isEmptyEntry(entry));
    default:
      return walkIn(false);
  }
};
