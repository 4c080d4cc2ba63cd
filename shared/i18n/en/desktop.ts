/** Texts of the desktop app outside its screens: the menu on macOS and the few system dialogs. */
export const desktop = {
  menu: {
    about: 'About Regulars',
    hide: 'Hide Regulars',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    quit: 'Quit Regulars',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    window: 'Window',
    minimize: 'Minimise',
    fullScreen: 'Full screen',
  },
  taken: {
    title: 'Regulars is already running',
    browser: 'This shop is open in the browser. Close it there first.',
    other: 'Another Regulars has this shop open. Close it there first.',
  },
  cannotStart: {
    title: 'Regulars cannot start',
    reason: 'The data in {{directory}} was not touched. The log beside it says more.',
  },
} as const;
