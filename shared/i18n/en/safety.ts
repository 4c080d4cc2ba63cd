/** The line and the row on the till that say how safe the data is; part of the first chunk, because the till is. */
export const safety = {
  lastBackup: 'Last backup: {{when}}',
  noBackup: 'No backup yet',
  lastDrill: 'Last proven restore: {{when}}',
  noDrill: 'Restore not proven yet',
  drillFailed: 'The last trial restore failed',
  running: 'Backing up, {{percent}}',
  done: 'Backed up and checked. You can take the stick out.',
  doneFolder: 'Backed up and checked.',
  failed: 'The backup did not finish.',
  when: {
    todayAlone: 'today',
    yesterdayAlone: 'yesterday',
    today: 'today at {{time}}',
    yesterday: 'yesterday at {{time}}',
    day: '{{day}} at {{time}}',
  },
  open: 'Open Backup',
  attention: {
    neverBackedUp: 'There is no backup yet. Everything is only on this computer.',
    backupOld: 'The last backup is too old. Newer check-ins are only on this computer.',
    stickOvernight: 'The backup stick was left in overnight. Keep it away from the till.',
    lowDisk: 'The disk of this computer is nearly full. Make room, so that check-ins can still be saved.',
    clockMovedBack: 'The clock of this computer has moved back. Set it right before the next check-in.',
    dayInFuture:
      'There are check-ins dated in the future. The clock of this computer may be wrong. Check the date.',
    drillFailed: 'The last trial restore found a fault. Make a new backup and prove it.',
    drillOld: 'No restore has been proven for over a month. Prove one now.',
  },
  days_one: '{{count}} day',
  days_other: '{{count}} days',
} as const;
