import type { tillActs as english } from '../en/till-acts.ts';
import type { SameKeys } from '../same-keys.ts';

/** Mitä kassa tekee käynnin kirjaamisen lisäksi. */
export const tillActs = {
  household: 'Yhteinen kukkaro: {{names}}',
  voucher: {
    use: 'Käytä kuponki',
    used: 'Etukuponki, käytetään tällä käynnillä',
    until: 'Etukuponki {{date}} asti',
    putBack: 'Älä käytä',
    of: '{{name}}, voimassa {{date}} asti',
    more_one: '{{n}} palkinto tai etukuponki lisää',
    more_other: '{{n}} palkintoa tai etukuponkia lisää',
    fewer: 'Näytä vähemmän',
  },
  held: 'säilytetty hinta, muuten {{price}}',
  refund: {
    open: 'Palauta rahaa',
    title: 'Rahan palautus',
    of: '{{name}} klo {{time}}: maksettu {{amount}}',
    before: 'Tästä on jo palautettu {{amount}}.',
    amount: 'Palautettava summa',
    all: 'Koko summa',
    give: 'Palauta',
    takesBack: 'Palautettavan summan pisteet perutaan. Käynti ja sen leima säilyvät.',
    rewards: 'Myös käytetyt palkinnot palautetaan',
    reason: 'Syy, jos siitä on hyvä jäädä merkintä',
    cancel: 'Jätä ennalleen',
    done: 'Palautettu: {{name}}, {{amount}}.',
    points_one: '{{n}} piste',
    points_other: '{{n}} pistettä',
    stamps_one: '{{n}} leima',
    stamps_other: '{{n}} leimaa',
  },
  park: {
    act: 'Sivuun',
    title: 'Odottamassa',
    resumeTheirs: 'Jatka',
    resume: 'Jatka',
    release: 'Luovu odottavasta käynnistä: {{name}}',
    parked: 'Siirretty odottamaan: {{name}}. Käynti on vasemmalla luettelossa.',
    released: 'Odottavasta käynnistä luovuttiin: {{name}}. Varatut palkinnot ovat taas vapaina.',
  },
} as const satisfies SameKeys<typeof english>;
