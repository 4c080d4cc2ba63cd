/** What customers can ask about their own data: forgetting, the data sheet, how long data are kept. */
export const privacy = {
  nameGone: 'Forgotten person',
  forget: {
    title: 'Forget {{name}}?',
    lead: 'This cannot be undone. The visits stay in the figures, without a name.',
    goes: 'Goes',
    stays: 'Stays',
    goesList: {
      name: 'Name, phone, e-mail, birthday, language',
      words: 'Allergy, preferences, notes and what was written down about promises and reasons',
      cards: 'Cards and codes of vouchers',
      estimates: 'Estimates, place on the list of follow-ups, announced absences',
      copies_one: '{{n}} older copy on this computer, after a new one was made without the person',
      copies_other: '{{n}} older copies on this computer, after a new one was made without the person',
    },
    staysList: {
      visits_zero: 'No visits: there is nothing that stays',
      visits_one: '{{n}} visit with its amount, points and stamps',
      visits_other: '{{n}} visits with their amounts, points and stamps',
      months: 'Figures and closed months, unchanged',
      elsewhere_one:
        '{{n}} backup on a stick or in a folder still holds the name. When it is restored, the person is forgotten again.',
      elsewhere_other:
        '{{n}} backups on sticks or in folders still hold the name. When one is restored, the person is forgotten again.',
    },
    word: 'FORGET',
    type: 'To confirm, type {{word}}',
    yes: 'Forget for ever',
    no: 'Keep',
    done: 'The person was forgotten',
    doneText_one: '{{n}} visit is kept without a name.',
    doneText_other: '{{n}} visits are kept without a name.',
    cleaning: 'Older copies on this computer are being taken away. You can go on.',
    cleaned: 'Older copies on this computer are gone.',
    toCustomers: 'To the customers',
  },
  gone: {
    title: 'This person was forgotten',
    text: 'Their visits stay in the figures, without a name.',
  },
} as const;
