import type { ImportReport, ReadingOptions } from '#shared/contract/imports.ts';
import type { ImportKind, Mapping } from './column-mapping.ts';

/** The chosen file and how it is to be read. */
export interface Chosen {
  readonly file: File;
  /** Counts the files chosen on this screen, to tell two of the same name apart. */
  readonly number: number;
  readonly kind: ImportKind;
  /** Only what the user chose; the rest is detected. */
  readonly reading: ReadingOptions;
  /** What balances are in; null until it is known. */
  readonly unitId: number | null;
  /** Null = as guessed. */
  readonly mapping: Mapping | null;
}

export interface Progress {
  readonly stage: 'reading' | 'checking' | 'writing' | 'summaries';
  readonly done: number;
  readonly total: number;
}

/** Where the import is: choose a file, name its columns, check without writing, write, done. */
export type Wizard =
  | { readonly step: 'file' }
  | { readonly step: 'columns'; readonly chosen: Chosen; readonly note: RunNote | null }
  | { readonly step: 'checking'; readonly chosen: Chosen; readonly progress: Progress | null }
  | {
      readonly step: 'check';
      readonly chosen: Chosen;
      readonly report: ImportReport;
      readonly note: RunNote | null;
    }
  | {
      readonly step: 'writing';
      readonly chosen: Chosen;
      readonly report: ImportReport;
      readonly progress: Progress | null;
    }
  | { readonly step: 'done'; readonly chosen: Chosen; readonly report: ImportReport };

/** How the last run ended, when it did not end well. */
export type RunNote = { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly error: unknown };

export type WizardAction =
  | { readonly kind: 'choose'; readonly file: File; readonly number: number; readonly content: ImportKind }
  | { readonly kind: 'setKind'; readonly content: ImportKind }
  | { readonly kind: 'setReading'; readonly reading: ReadingOptions }
  | { readonly kind: 'setMapping'; readonly mapping: Mapping }
  | { readonly kind: 'setUnit'; readonly unitId: number }
  | { readonly kind: 'startCheck' }
  | { readonly kind: 'startWriting' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'finished'; readonly report: ImportReport }
  | { readonly kind: 'ended'; readonly note: RunNote }
  | { readonly kind: 'back' }
  | { readonly kind: 'restart' };

/** Before a file is chosen. */
export const firstStep: Wizard = { step: 'file' };

const changeChosen = (wizard: Wizard, change: Partial<Chosen>): Wizard =>
  wizard.step === 'columns' ? { ...wizard, chosen: { ...wizard.chosen, ...change }, note: null } : wizard;

const isRunning = (wizard: Wizard): wizard is Extract<Wizard, { step: 'checking' | 'writing' }> =>
  wizard.step === 'checking' || wizard.step === 'writing';

/** The next state; an action that does not belong to the present step changes nothing. */
export const wizardAfter = (wizard: Wizard, action: WizardAction): Wizard => {
  switch (action.kind) {
    case 'choose':
      return isRunning(wizard)
        ? wizard
        : {
            step: 'columns',
            note: null,
            chosen: {
              file: action.file,
              number: action.number,
              kind: action.content,
              reading: {},
              unitId: null,
              mapping: null,
            },
          };
    case 'setKind':
      return changeChosen(wizard, { kind: action.content, mapping: null });
    case 'setReading':
      // Another delimiter or header makes other columns, so the guess is asked for again.
      return changeChosen(wizard, { reading: action.reading, mapping: null });
    case 'setMapping':
      return changeChosen(wizard, { mapping: action.mapping });
    case 'setUnit':
      return changeChosen(wizard, { unitId: action.unitId });
    case 'startCheck':
      return wizard.step === 'columns' ? { step: 'checking', chosen: wizard.chosen, progress: null } : wizard;
    case 'startWriting':
      return wizard.step === 'check'
        ? { step: 'writing', chosen: wizard.chosen, report: wizard.report, progress: null }
        : wizard;
    case 'progress':
      return isRunning(wizard) ? { ...wizard, progress: action.progress } : wizard;
    case 'finished':
      return isRunning(wizard)
        ? {
            step: wizard.step === 'checking' ? 'check' : 'done',
            chosen: wizard.chosen,
            report: action.report,
            note: null,
          }
        : wizard;
    case 'ended':
      if (wizard.step === 'checking') return { step: 'columns', chosen: wizard.chosen, note: action.note };
      if (wizard.step === 'writing') {
        return { step: 'check', chosen: wizard.chosen, report: wizard.report, note: action.note };
      }
      return wizard;
    case 'back':
      if (wizard.step === 'check') return { step: 'columns', chosen: wizard.chosen, note: null };
      return wizard.step === 'columns' ? firstStep : wizard;
    case 'restart':
      return isRunning(wizard) ? wizard : firstStep;
  }
};
