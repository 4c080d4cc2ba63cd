import { type PassphraseStrength, passphraseStrength } from '#shared/domain/backup/passphrase-strength.ts';

/** What stands in the fields of the passphrase dialog. */
export interface PassphraseDraft {
  readonly passphrase: string;
  readonly repeat: string;
  readonly hint: string;
  /** A passphrase that can be read on the screen need not be typed twice. */
  readonly visible: boolean;
}

export const emptyPassphrase: PassphraseDraft = { passphrase: '', repeat: '', hint: '', visible: false };

/** What is wrong with it: nothing typed yet, too short, not the same twice, or the hint gives it away. */
export type PassphraseFault = 'empty' | 'tooShort' | 'mismatch' | 'hintTells';

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** How good the typed passphrase is; null while nothing is typed. */
export const strengthOf = ({ passphrase }: PassphraseDraft): PassphraseStrength | null =>
  passphrase === '' ? null : passphraseStrength(passphrase);

/** The first fault that keeps the passphrase from being set, or null. */
export const faultOf = (draft: PassphraseDraft): PassphraseFault | null => {
  const { passphrase, repeat, hint, visible } = draft;
  if (passphrase === '') return 'empty';
  if (strengthOf(draft) === 'tooShort') return 'tooShort';
  if (!visible && repeat !== passphrase) return 'mismatch';
  if (hint !== '' && folded(hint).includes(folded(passphrase))) return 'hintTells';
  return null;
};
