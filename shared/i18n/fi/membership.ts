import type { membership as english } from '../en/membership.ts';
import type { SameKeys } from '../same-keys.ts';

/** Mitä asiakkaalla on kanta-asiakasohjelmassa saldojen lisäksi. */
export const membership = {
  subtitle: 'Taso, etukupongit ja talous, sekä onko asiakas kirjattu kahdesti.',
  tier: {
    title: 'Taso',
    none: 'Ei vielä tasoa',
    missingVisits_one: 'Tasolle {{name}} puuttuu {{n}} käynti.',
    missingVisits_other: 'Tasolle {{name}} puuttuu {{n}} käyntiä.',
    missingMoney: 'Tasolle {{name}} puuttuu {{amount}}.',
    hold: 'Pidä tasolla',
    until: 'Mihin asti',
    doHold: 'Pidä tällä tasolla',
    free: 'Anna käyntien ratkaista',
    held: 'Pysyy tasolla {{name}} {{date}} asti, elleivät käynnit oikeuta enempään.',
    freed: 'Käynnit ratkaisevat taas.',
  },
  household: {
    title: 'Talous',
    alone: 'Kerää yksin.',
    join: 'Yhteinen kukkaro, jonka jakaa',
    joinHint: 'Molempien kertymät yhdistetään, kummankin käynnit pysyvät omina.',
    leave: 'Lähde taloudesta',
    leaveHint: 'Lähtijä aloittaa tyhjällä kukkarolla, yhdessä kerätty jää muille.',
  },
  merge: {
    title: 'Kirjattu kahdesti?',
    find: 'Saman henkilön toinen merkintä',
    hint: 'Kaikki siitä siirtyy tänne: {{name}}. Sen voi erottaa takaisin.',
    caption: 'Mitä merkinnöistä tulee yhdessä',
    visits: 'Käynnit',
    together: 'Yhdessä',
    cards_one: 'Sen jälkeen asiakkaalla toimii {{n}} kortti.',
    cards_other: 'Sen jälkeen asiakkaalla toimii {{n}} korttia.',
    keepsName: 'Nimeksi jää {{name}}.',
    do: 'Yhdistä merkinnät',
    cancel: 'Jätä erilleen',
    done: '{{name}} on nyt osa tätä merkintää.',
    since: '{{date}} alkaen',
    undo: 'Erota',
    undone: 'Merkintöjä on taas kaksi.',
    gone: 'Tämä merkintä on osa toista. Käynnit ja pisteet ovat siellä.',
    open: 'Avaa se',
  },
  adjust: {
    open: 'Korjaa käsin',
    change: 'Muutos',
    changeHint: 'Miinusmerkki vähentää.',
    reason: 'Syy',
    reasonHint: 'Jää pysyvästi muutoksen viereen.',
    save: 'Tallenna korjaus',
    tooMuch: 'Vähennettävissä on vain {{n}}. Mitään ei muutettu.',
    overdrawn:
      'Alle nollan, koska rahaa palautettiin, kun pisteet oli jo käytetty. Seuraavat käynnit täyttävät sen.',
  },
} as const satisfies SameKeys<typeof english>;
