/** Why a row of the ledger is there, in one sentence. */
export const why = {
  pointsForAmount_one: '{{n}} point per {{per}} on {{amount}}{{more}}.',
  pointsForAmount_other: '{{n}} points per {{per}} on {{amount}}{{more}}.',
  stampForVisit_one: '{{n}} stamp for the visit{{more}}.',
  stampForVisit_other: '{{n}} stamps for the visit{{more}}.',
  stampForItems_one: '{{stamps}} for {{n}} piece{{more}}.',
  stampForItems_other: '{{stamps}} for {{n}} pieces{{more}}.',
  stamps_one: '{{n}} stamp',
  stamps_other: '{{n}} stamps',
  /** Further parts of a sentence, after a comma. */
  part: {
    factor: '{{name}} (×\u00a0{{factor}})',
    itemPoints_one: '{{n}} extra point for items',
    itemPoints_other: '{{n}} extra points for items',
    carried: '{{amount}} carried on',
    capped: 'up to the most of one day',
  },
  gift: {
    signUp: 'Gift for joining.',
    referrer: 'Gift for bringing somebody.',
    referrerNamed: 'Gift for bringing {{name}}.',
    friend: 'Gift for having been brought along.',
    friendNamed: 'Gift for having been brought along by {{name}}.',
    birthday: 'Birthday gift.',
    milestone: 'Gift for visit number {{n}}.',
  },
  reward: 'Reward used: {{reward}}.',
  undo: 'Taken back, because the visit was undone.',
  undoReason: 'Taken back, because the visit was undone: {{reason}}.',
  refund: 'Changed, because {{amount}} was returned.',
  refundReason: 'Changed, because {{amount}} was returned: {{reason}}.',
  moved: 'Changed, because the visit was moved to the right person.',
  import: 'Earned by a visit from an imported list.',
  openingBalance: 'Opening balance from an imported list.',
  importUndone: 'Taken back, because the import was undone.',
  adjusted: 'Corrected by hand: {{reason}}.',
  expired: 'Expired.',
  expiredLots: 'Expired, from {{n}} visits.',
  transferred: {
    merge: {
      came: 'Came from {{name}}, because the two entries are one person.',
      went: 'Went to {{name}}, because the two entries are one person.',
    },
    unmerge: {
      came: 'Came back from {{name}}, because the entries were taken apart again.',
      went: 'Went back to {{name}}, because the entries were taken apart again.',
    },
    household: {
      came: 'Came into the shared wallet with {{name}}.',
      went: 'Went into the shared wallet with {{name}}.',
    },
  },
} as const;
