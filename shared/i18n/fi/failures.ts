import type { failures as english } from '../en/failures.ts';
import type { SameKeys } from '../same-keys.ts';

export const failures = {
  NotFound: {
    customer: 'Tätä asiakasta ei ole tiedostossa. Mitään ei muutettu. Hae uudelleen.',
    visit: 'Tätä käyntiä ei ole tiedostossa. Mitään ei muutettu. Katso päivän luetteloa uudelleen.',
    item: 'Tuotetta ei enää ole luettelossa. Mitään ei muutettu. Valitse toinen.',
    reward: 'Palkintoa ei enää ole ohjelmassa. Mitään ei muutettu. Valitse toinen.',
    staff: 'Tätä henkilöä ei ole henkilökunnan luettelossa. Mitään ei muutettu. Valitse toinen.',
    import: 'Tätä tuontia ei ole tiedostossa. Mitään ei muutettu.',
  },
  ShopNotReady: 'Liikettä ei ole vielä avattu. Mitään ei muutettu. Avaa Regulars uudelleen.',
  AlreadySetUp: 'Liike on jo otettu käyttöön. Mitään ei muutettu. Avaa kassa.',
  AmountRequired: 'Paljonko? Näppäile summa ja kirjaa sitten käynti. Mitään ei ole vielä tallennettu.',
  InsufficientBalance:
    'Kertyneenä on vain {{balance}}, tarvitaan {{price}}. Mitään ei käytetty. Poista palkinto, niin voit kirjata käynnin.',
  RewardNotAvailable:
    'Palkintoa ei voi käyttää nyt. Mitään ei käytetty. Poista palkinto, niin voit kirjata käynnin.',
  CustomerRequired: 'Palkinto tarvitsee asiakkaan. Mitään ei tallennettu. Valitse, kenelle se annetaan.',
  CardTaken:
    'Kortti kuuluu asiakkaalle {{name}}. Mitään ei muutettu. Käytä toista korttia tai vapauta tämä ensin.',
  InvalidCard:
    'Tämä ei ole korttikoodi: {{code}}. Mitään ei muutettu. Lue kortti uudelleen tai kirjoita koodi niin kuin se on painettu.',
  InvalidPhone:
    'Tämä ei ole puhelinnumero: {{phone}}. Mitään ei tallennettu. Tarkista numerot tai jätä kenttä tyhjäksi.',
  InvalidValue: 'Yhtä kenttää ei voi tallentaa näin ({{field}}). Mitään ei muutettu. Tarkista se.',
  AlreadyUndone: 'Käynti on jo kumottu. Mitään ei muutettu.',
  UndoExpired: 'Käynti on aiemmalta päivältä ja jää voimaan. Mitään ei muutettu.',
  SameCustomer: 'Käynti on jo tällä asiakkaalla. Mitään ei muutettu.',
  RequestIdReused:
    'Sama lähetettiin kahdesti eri sisällöllä. Ensimmäinen on voimassa. Katso päivän luetteloa.',
  TooManyLines: 'Tiedostossa on yli {{max}} riviä. Mitään ei tuotu. Jaa se osiin ja tuo osat erikseen.',
  UnreadableFile: {
    empty: 'Tiedosto on tyhjä. Mitään ei tuotu. Valitse toinen tiedosto.',
    notText:
      'Tämä ei ole CSV-tekstitiedosto. Mitään ei tuotu. Tallenna luettelo CSV-muodossa ja valitse se uudelleen.',
    noColumns: 'Sarakkeita ei löytynyt. Mitään ei tuotu. Valitse, millä merkillä sarakkeet on erotettu.',
    tooLarge:
      'Tiedosto on liian suuri kerralla tuotavaksi. Mitään ei tuotu. Jaa se osiin ja tuo osat erikseen.',
  },
  MissingColumn: 'Yksi sarake on vielä valitsematta: {{column}}. Mitään ei tuotu.',
  BackupFailed: {
    diskFull:
      'Levy on täynnä, joten kopiota ei kirjoitettu. Liikkeen tiedosto on ehjä. Vapauta tilaa ja yritä uudelleen.',
    readOnly:
      'Varmuuskopioiden kansioon ei voi kirjoittaa. Liikkeen tiedosto on ehjä. Salli kirjoittaminen ja yritä uudelleen.',
    check: 'Kopio ei läpäissyt tarkistusta, ja se hylättiin. Liikkeen tiedosto on ehjä. Yritä uudelleen.',
    unknown: 'Kopiota ei voitu kirjoittaa. Liikkeen tiedosto on ehjä. Yritä uudelleen.',
  },
  DiskFull:
    'Levy on täynnä. Tätä ei tallennettu, kaikki aiempi on tallessa. Vapauta tilaa ja yritä uudelleen.',
  ReadOnly: 'Liikkeen tiedostoon ei voi kirjoittaa. Tätä ei tallennettu, kaikki aiempi on tallessa.',
  Unknown:
    'Jokin meni meillä vikaan. Toimintoa ei vahvistettu, joten tarkista tilanne ennen kuin toistat sen. Virhe {{errorId}} on lokissa.',
  noAnswer:
    'Regulars ei vastaa. Kaikki vahvistettu on tallessa. Jos ohjelma on suljettu, käynnistä se uudelleen.',
  wrongToken:
    'Sivu avattiin ilman avaintaan. Mitään ei ole kadonnut. Avaa osoite, jonka Regulars näytti käynnistyessään.',
  tooLarge: 'Tämä on liikaa kerralla lähetettäväksi. Mitään ei muutettu. Lähetä vähemmän.',
  badRequest: 'Tätä ei voi tallentaa tällaisenaan. Mitään ei muutettu. Tarkista kentät.',
  stopped: 'Keskeytetty. Mitään ei muutettu.',
  field: {
    name: 'nimi',
    phone: 'puhelin',
    email: 'sähköposti',
    birthday: 'syntymäpäivä',
    amount: 'summa',
    price: 'hinta',
    country: 'maa',
    currency: 'valuutta',
    timeZone: 'aikavyöhyke',
    cutoffMinutes: 'päivän alku',
    language: 'kieli',
    rewards: 'palkinnot',
    points: 'pisteet',
    stamps: 'leimat',
    from: 'ensimmäinen päivä',
    to: 'viimeinen päivä',
    window: 'aktiivisuusjakso',
  },
} as const satisfies SameKeys<typeof english>;
