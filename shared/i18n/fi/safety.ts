import type { safety as english } from '../en/safety.ts';
import type { SameKeys } from '../same-keys.ts';

/** The line and the row on the till that say how safe the data is; part of the first chunk, because the till is. */
export const safety = {
  lastBackup: 'Viimeisin varmuuskopio: {{when}}',
  noBackup: 'Ei vielä varmuuskopiota',
  lastDrill: 'Palautus viimeksi koeteltu: {{when}}',
  noDrill: 'Palautusta ei ole vielä koeteltu',
  drillFailed: 'Viimeisin koepalautus epäonnistui',
  running: 'Varmuuskopioidaan, {{percent}}',
  done: 'Varmuuskopioitu ja tarkistettu. Voit irrottaa muistitikun.',
  doneFolder: 'Varmuuskopioitu ja tarkistettu.',
  failed: 'Varmuuskopiointi jäi kesken.',
  when: {
    todayAlone: 'tänään',
    yesterdayAlone: 'eilen',
    today: 'tänään klo {{time}}',
    yesterday: 'eilen klo {{time}}',
    day: '{{day}} klo {{time}}',
  },
  open: 'Avaa varmuuskopiointi',
  attention: {
    neverBackedUp: 'Varmuuskopiota ei ole vielä. Kaikki on vain tällä tietokoneella.',
    backupOld: 'Viimeisin varmuuskopio on liian vanha. Sen jälkeiset käynnit ovat vain tällä tietokoneella.',
    stickOvernight: 'Muistitikku jäi yöksi kiinni koneeseen. Säilytä sitä muualla kuin kassalla.',
    lowDisk: 'Tämän tietokoneen levy on melkein täynnä. Vapauta tilaa, jotta käynnit voidaan yhä tallentaa.',
    clockMovedBack:
      'Tietokoneen kello on siirtynyt taaksepäin. Aseta se oikeaan aikaan ennen seuraavaa käyntiä.',
    dayInFuture:
      'Kirjattuja käyntejä on tulevalla päiväyksellä. Tietokoneen kello voi olla väärässä. Tarkista päivä.',
    drillFailed: 'Viimeisin koepalautus löysi virheen. Tee uusi varmuuskopio ja koeta palautus.',
    drillOld: 'Palautusta ei ole koeteltu yli kuukauteen. Kokeile nyt.',
  },
  days_one: '{{count}} päivä',
  days_other: '{{count}} päivää',
} as const satisfies SameKeys<typeof english>;
