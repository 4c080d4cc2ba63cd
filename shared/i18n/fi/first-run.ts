import type { firstRun as english } from '../en/first-run.ts';
import type { SameKeys } from '../same-keys.ts';

export const firstRun = {
  steps: { label: 'Vaiheet', shop: 'Liike', pin: 'PIN', start: 'Aloitus', done: '{{step}}, valmis' },
  shop: {
    title: 'Millainen paikka tämä on?',
    subtitle: 'Määrää sanat, käyntien rytmin ja järkevän kanta-asiakasohjelman. Kaiken voi muuttaa.',
    cafe: 'Kahvila tai leipomo',
    cafeNote: 'Käyntejä muutaman päivän välein. Leimat: 10 kahvia, 1 ilmainen.',
    salon: 'Parturi, kampaamo, kauneus',
    salonNote: 'Käyntejä muutaman viikon välein. Allergiat ja mieltymykset näkyvät nimen vieressä.',
    other: 'Jotain muuta',
    otherNote: 'Yksinkertainen alku: pisteitä ostoksista.',
    name: 'Paikan nimi',
    nameMissing: 'Mikä nimi ovessa lukee?',
    language: 'Kieli',
    country: 'Maa',
    currency: 'Valuutta',
    timeZone: 'Aikavyöhyke',
    cutoff: 'Uusi päivä alkaa kello',
  },
  pin: {
    title: 'Nimesi ja PIN-koodisi',
    subtitle:
      'Olet omistaja, joten PIN-koodisi avaa kaiken. Henkilökunta saa myöhemmin omat koodinsa, vain kassalle.',
    name: 'Etunimesi',
    nameMissing: 'Mikä on nimesi?',
    sheet:
      'Lopuksi saat <strong>palautuslomakkeen tulostettavaksi</strong>. Se on ainoa tie sisään, jos PIN unohtuu.',
    without: 'Olen täällä yksin: ei PIN-koodia',
  },
  start: {
    title: 'Miten aloitetaan?',
    subtitle: 'Kaikki pysyy tällä tietokoneella. Tiliä ei tarvita, eikä internetiä.',
    demo: 'Kokeile keksityillä asiakkailla',
    demoNote:
      'Noin 600 keksittyä kanta-asiakasta ja 18 kuukauden käynnit. Oma liikkeesi saa myöhemmin oman datakansion.',
    empty: 'Aloita tyhjästä',
    emptyNote: 'Ensimmäinen asiakas on seuraava, joka astuu ovesta sisään.',
    import: 'Tuo oma luettelo',
    importNote:
      'Excel- tai CSV-tiedosto toisesta kassasta tai omasta luettelostasi. Näet esikatselun ennen kuin mitään tallennetaan.',
    openTill: 'Avaa kassa',
    chooseFile: 'Valitse tiedosto',
  },
  making: {
    demo: 'Keksitään asiakkaita ja käyntejä',
    shop: 'Avataan {{name}}',
    progress: '{{done}}/{{total}}',
    safe: 'Voit keskeyttää; silloin käyttöönotto alkaa alusta.',
  },
} as const satisfies SameKeys<typeof english>;
