import { dropCustomer } from './choose-reward.ts';
import { emptyEntry, isEmptyEntry } from './entry.ts';
import { baseOf, emptySearch, idle, type Panel } from './till-panels.ts';
import { type TillState, withPanel } from './till-state.ts';

/** One step back, the nearest first: a selected visit, a note, words typed, the panel, then the amount. */
export const stepBack = (state: TillState): TillState => {
  if (state.selectedVisitId !== null) return { ...state, selectedVisitId: null };
  const { panel, entry } = state;
  switch (panel.kind) {
    case 'idle':
      return isEmptyEntry(entry) ? withPanel(state, idle) : { ...state, entry: emptyEntry, question: null };
    case 'chosen':
      return panel.note === null ? leavePerson(state) : { ...state, panel: { ...panel, note: null } };
    case 'receipt':
      return panel.note === null ? withPanel(state, idle) : { ...state, panel: { ...panel, note: null } };
    case 'newCustomer':
      return panel.form.referrer.query === ''
        ? leavePerson(state)
        : { ...state, panel: { ...panel, form: { ...panel.form, referrer: emptySearch } } };
    case 'unknownCard':
    case 'moving':
      return panel.query === '' ? toBase(state, panel) : { ...state, panel: { ...panel, ...emptySearch } };
    case 'searching':
    case 'refunding':
      return toBase(state, panel);
    case 'walkIn':
    case 'undone':
      return withPanel(state, idle);
  }
};

const leavePerson = (state: TillState): TillState => ({
  ...withPanel(state, idle),
  entry: dropCustomer(state.entry),
});

const toBase = (state: TillState, panel: Panel): TillState => withPanel(state, baseOf(panel));
