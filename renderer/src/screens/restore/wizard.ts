import type { Restorable, RestoreComparison } from '#shared/contract/backups.ts';

/** The file to go back to, as far as it is known before it is opened. */
export interface ChosenBackup {
  readonly file: string;
  readonly at: number | null;
  readonly encrypted: boolean;
  readonly hint: string;
}

/** Where the restore is: choose, unlock, open and count, compare. What follows is in `useRestoreRun`. */
export type Wizard =
  | { readonly step: 'choose'; readonly failure: unknown }
  | { readonly step: 'passphrase'; readonly chosen: ChosenBackup; readonly failure: unknown }
  | {
      readonly step: 'opening';
      readonly chosen: ChosenBackup;
      readonly passphrase: string | null;
      readonly percent: number;
    }
  | {
      readonly step: 'compare';
      readonly chosen: ChosenBackup;
      readonly passphrase: string | null;
      readonly comparison: RestoreComparison;
    };

export type WizardAction =
  | { readonly kind: 'choose'; readonly chosen: ChosenBackup }
  | { readonly kind: 'unlock'; readonly passphrase: string }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'opened'; readonly comparison: RestoreComparison }
  | {
      readonly kind: 'refused';
      readonly failure: unknown;
      /** Code of the reason, when the backup itself was refused. */
      readonly why: string | null;
      readonly hint: string;
    }
  | { readonly kind: 'back' };

/** A listed backup as the wizard takes it. */
export const chosenOf = ({ file, at, encrypted, hint }: Restorable): ChosenBackup => ({
  file,
  at,
  encrypted,
  hint,
});

/** A file somebody named by its path: only its name tells whether it is locked. */
export const chosenFile = (file: string): ChosenBackup => ({
  file,
  at: null,
  encrypted: file.toLowerCase().endsWith('.age'),
  hint: '',
});

/** Nothing chosen yet, or the one that was offered first. */
export const firstStep = (chosen: ChosenBackup | null): Wizard =>
  chosen === null ? { step: 'choose', failure: null } : stepFor(chosen);

const stepFor = (chosen: ChosenBackup): Wizard =>
  chosen.encrypted
    ? { step: 'passphrase', chosen, failure: null }
    : { step: 'opening', chosen, passphrase: null, percent: 0 };

const asksForPassphrase = (why: string | null): boolean =>
  why === 'passphraseNeeded' || why === 'wrongPassphrase';

/** The next state; an action that does not belong to the present step changes nothing. */
export const wizardAfter = (wizard: Wizard, action: WizardAction): Wizard => {
  switch (action.kind) {
    case 'choose':
      return stepFor(action.chosen);
    case 'unlock':
      return wizard.step === 'passphrase'
        ? { step: 'opening', chosen: wizard.chosen, passphrase: action.passphrase, percent: 0 }
        : wizard;
    case 'progress':
      return wizard.step === 'opening' ? { ...wizard, percent: action.percent } : wizard;
    case 'opened': {
      if (wizard.step !== 'opening') return wizard;
      const { chosen, passphrase } = wizard;
      return { step: 'compare', chosen, passphrase, comparison: action.comparison };
    }
    case 'refused': {
      if (wizard.step !== 'opening') return wizard;
      if (!asksForPassphrase(action.why)) return { step: 'choose', failure: action.failure };
      const hint = action.hint === '' ? wizard.chosen.hint : action.hint;
      // A backup of which nobody knew that it is locked is no failure of the one who chose it.
      const failure = wizard.passphrase === null ? null : action.failure;
      return { step: 'passphrase', chosen: { ...wizard.chosen, hint, encrypted: true }, failure };
    }
    case 'back':
      if (wizard.step === 'compare' && wizard.chosen.encrypted) {
        return { step: 'passphrase', chosen: wizard.chosen, failure: null };
      }
      return wizard.step === 'choose' ? wizard : { step: 'choose', failure: null };
  }
};
