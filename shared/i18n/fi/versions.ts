import type { versions as english } from '../en/versions.ts';
import type { SameKeys } from '../same-keys.ts';

export const versions = {
  title: 'Ohjelman versiot',
  open: 'Kaikki versiot',
  text: 'Pisteet ja leimat säilyvät sellaisina kuin ne ansaittiin. Jokaisessa tapahtumassa lukee, minkä version mukaan se syntyi.',
  name: 'Versio {{number}}',
  state: { past: 'Päättynyt', current: 'Voimassa', future: 'Ei vielä voimassa' },
  from: '{{date}} alkaen',
  published: 'julkaistu {{date}}, {{name}}',
  take: 'Muokkaa version {{number}} pohjalta',
  rules: {
    points_one: 'Jokaista maksettua {{per}} kohden saa {{n}} pisteen.',
    points_other: 'Jokaista maksettua {{per}} kohden saa {{n}} pistettä.',
    visitCard_one: '{{name}}: {{count}} leima käynnistä, kortti täyttyy {{size}} leimalla.',
    visitCard_other: '{{name}}: {{count}} leimaa käynnistä, kortti täyttyy {{size}} leimalla.',
    itemCard_one:
      '{{name}}: {{count}} leima tiettyjen tuotteiden kappaleelta, kortti täyttyy {{size}} leimalla.',
    itemCard_other:
      '{{name}}: {{count}} leimaa tiettyjen tuotteiden kappaleelta, kortti täyttyy {{size}} leimalla.',
    tiers: 'Tasot: {{names}}.',
    reward: '{{name}}: {{price}}.',
    pausedReward: '{{name}}: {{price}}, tauolla.',
    bonus: '{{name}}: {{factor}}-kertaisena.',
    gifts: 'Lahjat: {{names}}.',
    expiry: {
      never: '{{unit}} eivät vanhene.',
      months_one: '{{unit}} vanhenevat {{count}} kuukauden kuluttua kertymisestä.',
      months_other: '{{unit}} vanhenevat {{count}} kuukauden kuluttua kertymisestä.',
      endOf: '{{unit}} vanhenevat jakson lopussa ({{period}}).',
      inactivity_one: '{{unit}} vanhenevat {{count}} kuukauden kuluttua viimeisestä käynnistä.',
      inactivity_other: '{{unit}} vanhenevat {{count}} kuukauden kuluttua viimeisestä käynnistä.',
    },
  },
} as const satisfies SameKeys<typeof english>;
