import type { why as english } from '../en/why.ts';
import type { SameKeys } from '../same-keys.ts';

/** Miksi kirjanpidon rivi on olemassa, yhdellä lauseella. */
export const why = {
  pointsForAmount_one: 'Summasta {{amount}} {{n}} piste jokaista {{per}} kohti{{more}}.',
  pointsForAmount_other: 'Summasta {{amount}} {{n}} pistettä jokaista {{per}} kohti{{more}}.',
  stampForVisit_one: '{{n}} leima käynnistä{{more}}.',
  stampForVisit_other: '{{n}} leimaa käynnistä{{more}}.',
  stampForItems_one: '{{stamps}}, kun tuotteita oli {{n}}{{more}}.',
  stampForItems_other: '{{stamps}}, kun tuotteita oli {{n}}{{more}}.',
  stamps_one: '{{n}} leima',
  stamps_other: '{{n}} leimaa',
  part: {
    factor: '{{name}} (×\u00a0{{factor}})',
    itemPoints_one: 'tuotteista {{n}} lisäpiste',
    itemPoints_other: 'tuotteista {{n}} lisäpistettä',
    carried: '{{amount}} siirtyy seuraavaan kertaan',
    capped: 'enintään päivän enimmäismäärä',
  },
  gift: {
    signUp: 'Liittymislahja.',
    referrer: 'Lahja suosittelusta.',
    referrerNamed: 'Lahja suosittelusta, mukaan tuli {{name}}.',
    friend: 'Lahja, koska joku toi mukanaan.',
    friendNamed: 'Lahja, mukanaan toi {{name}}.',
    birthday: 'Syntymäpäivälahja.',
    milestone: 'Lahja, {{n}}. käynti.',
  },
  reward: 'Käytetty palkinto: {{reward}}.',
  undo: 'Peruttu, koska käynti kumottiin.',
  undoReason: 'Peruttu, koska käynti kumottiin: {{reason}}.',
  refund: 'Muuttui, koska rahaa palautettiin {{amount}}.',
  refundReason: 'Muuttui, koska rahaa palautettiin {{amount}}: {{reason}}.',
  moved: 'Muuttui, koska käynti siirrettiin oikealle asiakkaalle.',
  import: 'Kertyi tuodun luettelon käynnistä.',
  openingBalance: 'Alkusaldo tuodusta luettelosta.',
  importUndone: 'Peruttu, koska tuonti peruttiin.',
  adjusted: 'Korjattu käsin: {{reason}}.',
  expired: 'Vanhentui.',
  expiredLots: 'Vanhentui, kertynyt {{n}} käynnistä.',
  transferred: {
    merge: {
      came: 'Tuli asiakkaalta {{name}}, koska merkinnät ovat sama henkilö.',
      went: 'Siirtyi asiakkaalle {{name}}, koska merkinnät ovat sama henkilö.',
    },
    unmerge: {
      came: 'Palasi asiakkaalta {{name}}, koska merkinnät erotettiin taas.',
      went: 'Palasi asiakkaalle {{name}}, koska merkinnät erotettiin taas.',
    },
    household: {
      came: 'Tuli yhteiseen kukkaroon, jonka jakaa {{name}}.',
      went: 'Siirtyi yhteiseen kukkaroon, jonka jakaa {{name}}.',
    },
  },
} as const satisfies SameKeys<typeof english>;
