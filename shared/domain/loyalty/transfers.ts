import { negateCarry } from './carry.ts';
import type { WalletPosting } from './wallet-ledger.ts';
import type { WalletModel } from './wallet-model.ts';
import type { Why } from './why.ts';

/** One thing that was moved: the entry that took it out and the one that took it in. */
export interface TransferPart {
  readonly outId: number;
  readonly inId: number;
}

const idOf = ({ entries }: { readonly entries: readonly { readonly entryId: number }[] }): number => {
  const [entry] = entries;
  if (!entry) throw new RangeError('a transfer writes an entry');
  return entry.entryId;
};

/** Units that a wallet ever held. */
const unitsIn = (wallet: WalletModel): readonly number[] => [
  ...new Set(wallet.entries.map((entry) => entry.unitId)),
];

/**
 * Moves everything of a wallet into another: customers are merged, or share from now on. Every lot keeps its amount and
 * its end, remainders and debts go along, and afterwards the wallet is empty. May be called again after something was
 * undone in a wallet that had been emptied.
 */
export function transferAll(
  from: WalletModel,
  to: WalletModel,
  posting: WalletPosting,
  why: Why,
): readonly TransferPart[] {
  const parts: TransferPart[] = [];
  for (const unitId of unitsIn(from)) {
    const plain = { unitId, why, carry: { num: 0, den: 1 } };
    for (const { lotId, remaining, expiresDay, day, versionId } of from.openLots(unitId)) {
      const out = { out: { lotId, amount: remaining } };
      const outId = idOf(from.transfer(posting, { ...plain, change: -remaining }, out));
      const lot = { expiresDay, day, versionId };
      parts.push({ outId, inId: idOf(to.transfer(posting, { ...plain, change: remaining }, lot)) });
    }
    const owed = from.owedIn(unitId);
    const carry = from.carryOf(unitId);
    if (owed === 0 && carry.num === 0) continue;
    // What is owed is paid here by a credit and owed there; the remainder goes with it.
    const credit = { expiresDay: null, day: posting.day, versionId: posting.versionId };
    const rest = { unitId, why, change: owed, carry: negateCarry(carry) };
    const outId = idOf(from.transfer(posting, rest, credit));
    const inId = idOf(to.transfer(posting, { unitId, why, change: 0 - owed, carry }, { out: null }));
    parts.push({ outId, inId });
  }
  return parts;
}

/**
 * Takes transfers back, the last one first: customers are separated again. What was spent since is the other wallet's
 * doing and stays owed there; what has expired since would have expired anyway and does not come back.
 */
export function returnTransfers(
  from: WalletModel,
  to: WalletModel,
  posting: WalletPosting,
  parts: readonly TransferPart[],
  why: Why,
): void {
  for (const { outId, inId } of [...parts].reverse()) {
    const expired = to.expiredOf(inId);
    to.reverse(posting, inId, why);
    from.reverse(posting, outId, why, expired);
  }
}
