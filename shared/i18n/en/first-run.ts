export const firstRun = {
  steps: { label: 'Steps', shop: 'Shop', pin: 'PIN', start: 'Start', done: '{{step}}, done' },
  shop: {
    title: 'What kind of place is it?',
    subtitle:
      'Sets the words, the rhythm of visits and a sensible loyalty programme. You can change all of it.',
    cafe: 'Café or bakery',
    cafeNote: 'Visits every few days. Stamps: 10 coffees, 1 free.',
    salon: 'Hair, beauty, barber',
    salonNote: 'Visits every few weeks. Allergies and preferences stand beside the name.',
    other: 'Something else',
    otherNote: 'A plain start: points for money spent.',
    name: 'Name of the place',
    nameMissing: 'What is the name on the door?',
    language: 'Language',
    country: 'Country',
    currency: 'Currency',
    timeZone: 'Time zone',
    cutoff: 'A new day starts at',
  },
  pin: {
    title: 'Your name and PIN',
    subtitle:
      'You are the owner, so your PIN opens everything. Staff get their own later, for the till only.',
    name: 'Your first name',
    nameMissing: 'What are you called?',
    sheet:
      'At the end you get a <strong>recovery sheet to print</strong>. It is the only way in if the PIN is forgotten.',
    without: 'I work here alone: no PIN',
  },
  start: {
    title: 'How shall we start?',
    subtitle: 'Everything stays on this computer. There is no account and no internet.',
    demo: 'Try with made-up customers',
    demoNote:
      'About 600 pretend regulars and 18 months of visits. Your own shop gets a data folder of its own later.',
    empty: 'Start empty',
    emptyNote: 'The first customer is the next person who walks in.',
    import: 'Bring my list',
    importNote:
      'An Excel or CSV file from another till or a list of your own. You see a preview before anything is saved.',
    openTill: 'Open the till',
    chooseFile: 'Choose the file',
  },
  making: {
    demo: 'Making up customers and their visits',
    shop: 'Opening {{name}}',
    progress: '{{done}} of {{total}}',
    safe: 'You can stop; then the shop is set up again from the start.',
  },
} as const;
