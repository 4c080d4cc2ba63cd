import type { CustomerCard } from '#shared/contract/till.ts';
import { type EarningWorld, type Gains, gainsOfCustomer, gainsOfNewCustomer } from './earning-preview.ts';
import { isEmptyEntry } from './entry.ts';
import type { TillState } from './till-state.ts';

/** What the big button says and promises. */
export interface CheckInOffer {
  readonly label: 'checkIn' | 'again' | 'walkIn';
  readonly isEnabled: boolean;
  /** What the visit will earn; null while it earns nothing or is not known yet. */
  readonly gains: Gains | null;
  /** A new customer who does not want to be kept. */
  readonly isNameless: boolean;
}

const walkIn = (isEnabled: boolean): CheckInOffer => ({
  label: isEnabled ? 'walkIn' : 'checkIn',
  isEnabled,
  gains: null,
  isNameless: false,
});

/** Says before the act what it will do, by the same rules that write it. */
export const checkInOffer = (
  { panel, entry }: TillState,
  card: CustomerCard | undefined,
  world: EarningWorld | undefined,
): CheckInOffer => {
  switch (panel.kind) {
    case 'chosen': {
      const isAgain = card?.hints.some(({ kind }) => kind === 'hereToday') ?? false;
      const gains = card === undefined || world === undefined ? null : gainsOfCustomer(world, entry, card);
      return { label: isAgain ? 'again' : 'checkIn', isEnabled: true, gains, isNameless: false };
    }
    case 'newCustomer': {
      const { form } = panel;
      if (form.membership === 'no')
        return { label: 'walkIn', isEnabled: true, gains: null, isNameless: true };
      const gains = world === undefined ? null : gainsOfNewCustomer(world, entry, form);
      return { label: 'checkIn', isEnabled: true, gains, isNameless: false };
    }
    case 'walkIn':
      return walkIn(true);
    case 'idle':
      return walkIn(!isEmptyEntry(entry));
    default:
      return walkIn(false);
  }
};
