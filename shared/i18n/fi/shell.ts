import type { shell as english } from '../en/shell.ts';
import type { SameKeys } from '../same-keys.ts';

export const shell = {
  rail: {
    label: 'Näkymät',
    till: 'Kassa',
    followUps: 'Yhteyden­otot',
    followUpsOpen_one: '{{n}} yhteydenotto odottaa',
    followUpsOpen_other: '{{n}} yhteydenottoa odottaa',
    customers: 'Asiakkaat',
    month: 'Kuukausi',
    loyalty: 'Kanta-edut',
    backup: 'Varmuus­kopio',
    settings: 'Asetukset',
    lock: 'Lukitse',
  },
  keyCard: {
    title: 'Näppäimet',
    hint: 'F1 näyttää tämän kortin, Esc sulkee sen.',
    anyLetter: 'mikä tahansa kirjain',
    digits: 'numerot',
    search: 'hae nimellä; kun asiakas on valittu, uusi haku',
    searchDigits: 'puhelin tai kortti, kolmesta numerosta alkaen',
    amountDigits: 'kun asiakas on valittu: summa sentteinä (480 on 4,80)',
    move: 'liiku luettelossa',
    enter: 'valitse; kun asiakas on valittu, kirjaa käynti',
    escape: 'yksi askel taaksepäin; muissa näkymissä takaisin kassalle',
    newCustomer: 'uusi asiakas',
    walkIn: 'myynti ilman asiakasta',
    note: 'muistiinpano asiakkaasta',
    usual: 'tavallinen tilaus',
    reward: 'käytä palkinto',
    undo: 'kumoa viimeisin käynti',
    lock: 'lukitse näyttö, kun käytössä on PIN-koodit',
    screens: 'näkymät vasemman reunan järjestyksessä',
    scan: 'lukija',
    scanDoes: 'etsii kortin missä tahansa näkymässä',
  },
  connection: {
    lost: 'Yhteys Regularsiin katkesi.',
    safe: 'Kaikki vahvistettu on tallessa. Jos Regulars on suljettu, käynnistä se uudelleen.',
  },
  openFailed: {
    file: 'Tiedosto: {{file}}.',
    errorId: 'Virhe {{errorId}} on lokissa.',
    still: 'Tiedostoa ei vieläkään voi avata.',
    Damaged: {
      title: 'Liikkeen tiedosto on vaurioitunut.',
      safe: 'Vaurioitunut tiedosto pannaan talteen sellaisenaan, eikä siitä poisteta mitään. Kopioita on tallennettu aiemmin.',
      todo: 'Palaa alla olevaan uusimpaan kopioon. Jos tiedosto löytyy ehjänä muualta, yritä uudelleen.',
    },
    ForeignFile: {
      title: 'Tämä tiedosto kuuluu toiselle ohjelmalle.',
      safe: 'Sitä vain katsottiin, eikä siinä muutettu mitään.',
      todo: 'Siirrä se pois kansiosta tai käynnistä Regulars toisella datakansiolla ja yritä uudelleen.',
    },
    NewerSchema: {
      title: 'Tiedosto on kirjoitettu uudemmalla Regularsilla.',
      safe: 'Siinä ei muutettu mitään. Sen muoto on {{fileSchema}}; tämä versio {{version}} osaa enintään muodon {{ourSchema}}.',
      todo: 'Asenna tälle tietokoneelle uudempi versio. Liike aukeaa sillä sellaisenaan.',
    },
    UpgradeFailed: {
      title: 'Liikkeen tiedostoa ei voitu päivittää.',
      safe: 'Tiedosto on ennallaan muodossa {{fileSchema}}. Tämä versio {{version}} tarvitsee muodon {{ourSchema}}.',
      todo: 'Yritä uudelleen. Jos tilanne jatkuu, käynnistä aiempi versio: se avaa tiedoston sellaisenaan. Datakansion loki kertoo enemmän.',
    },
    ReadOnly: {
      title: 'Datakansioon ei voi kirjoittaa.',
      safe: 'Kaikki tallennettu on paikallaan ja ehjää. Ilman kirjoittamista yhtään käyntiä ei voisi vahvistaa.',
      todo: 'Anna tälle käyttäjälle oikeus kirjoittaa kansioon tai poista levyn kirjoitussuojaus ja yritä uudelleen.',
    },
    DiskFull: {
      title: 'Levy on täynnä.',
      safe: 'Kaikki tallennettu on paikallaan ja ehjää. Ilman tilaa yhtään käyntiä ei voisi vahvistaa.',
      todo: 'Vapauta levyltä tilaa, esimerkiksi tyhjentämällä roskakori, ja yritä uudelleen.',
    },
    Unknown: {
      title: 'Liikkeen tiedostoa ei voitu avata.',
      safe: 'Siinä ei muutettu mitään.',
      todo: 'Yritä uudelleen. Jos tilanne jatkuu, käynnistä tietokone uudelleen; datakansion loki kertoo enemmän.',
    },
  },
  screenBroke: {
    title: 'Tämä näkymä pysähtyi.',
    safe: 'Kaikki vahvistettu on tallessa. Avaa näkymä uudelleen tai palaa kassalle.',
    reload: 'Avaa uudelleen',
  },
} as const satisfies SameKeys<typeof english>;
