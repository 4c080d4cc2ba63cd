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
  closing: {
    old: 'The last backup is old.',
    offer: 'Back up to {{place}} before closing? The window closes by itself when it is done.',
    noPlace: 'There is no stick plugged in. Plug one in and back up, or close without a backup.',
    backUp: 'Back up and close',
    stay: 'Stay',
    close: 'Close without a backup',
    failed: 'The backup was not made. Nothing on this computer is harmed. The Backup screen says more.',
  },
  cannotStart: {
    title: 'Regulars cannot start',
    reason: 'The data in {{directory}} was not touched. The log beside it says more.',
  },
} as const;
