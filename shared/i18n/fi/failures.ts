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
    programme: 'Tätä ohjelman versiota ei ole tiedostossa. Mitään ei muutettu.',
    voucher: 'Tätä etukuponkia ei ole tiedostossa. Mitään ei muutettu.',
    tag: 'Tätä tunnistetta ei enää ole tiedostossa. Mitään ei muutettu. Valitse toinen.',
    segment: 'Tätä ryhmää ei enää ole tiedostossa. Mitään ei muutettu. Valitse toinen.',
    followUp: 'Tätä yhteydenottoa ei ole tiedostossa. Mitään ei muutettu. Katso listaa uudelleen.',
    monthClose: 'Tällä numerolla ei ole suljettu kuukautta. Mitään ei muutettu. Katso luetteloa uudelleen.',
    careNote: 'Tätä muistiinpanoa ei ole enää tiedostossa. Mitään ei muutettu.',
    interest: 'Tätä ei ole enää tiedostossa. Mitään ei muutettu. Katso luetteloa uudelleen.',
    pause: 'Tätä ei ole enää tiedostossa. Mitään ei muutettu. Katso luetteloa uudelleen.',
    campaign: 'Tätä kampanjaa ei ole tiedostossa. Mitään ei muutettu. Katso luetteloa uudelleen.',
  },
  ShopNotReady: 'Liikettä ei ole vielä avattu. Mitään ei muutettu. Avaa Regulars uudelleen.',
  AlreadySetUp: 'Liike on jo otettu käyttöön. Mitään ei muutettu. Avaa kassa.',
  AmountRequired: 'Paljonko? Näppäile summa ja kirjaa sitten käynti. Mitään ei ole vielä tallennettu.',
  InsufficientBalance:
    'Kertyneenä on vain {{balance}}, tarvitaan {{price}}. Mitään ei käytetty. Poista palkinto, niin voit kirjata käynnin.',
  RewardNotAvailable: {
    inactive:
      'Tätä palkintoa ei enää anneta. Mitään ei käytetty. Poista palkinto, niin voit kirjata käynnin.',
    notYet: 'Tätä palkintoa ei vielä anneta. Mitään ei käytetty. Poista palkinto, niin voit kirjata käynnin.',
    over: 'Tämän palkinnon aika on ohi. Mitään ei käytetty. Poista palkinto, niin voit kirjata käynnin.',
    soldOut: 'Palkinnot on jo jaettu. Mitään ei käytetty. Poista palkinto, niin voit kirjata käynnin.',
    tier: 'Palkinto kuuluu ylemmälle tasolle. Mitään ei käytetty. Poista palkinto, niin voit kirjata käynnin.',
    notNew:
      'Asiakas on ostanut tätä ennenkin, ja palkinto on jotain uutta varten. Mitään ei käytetty. Poista palkinto, niin voit kirjata käynnin.',
    balance: 'Palkintoon ei ole tarpeeksi. Mitään ei käytetty. Poista palkinto, niin voit kirjata käynnin.',
  },
  ProgrammeBlocked:
    'Ohjelmaa ei voi aloittaa tällaisena. Nykyiset säännöt jäävät voimaan. Korjaa punaisella merkityt kohdat ja aloita sitten.',
  VoucherNotUsable: {
    unknown: 'Tällä koodilla ei ole etukuponkia. Mitään ei käytetty. Tarkista merkit ja kirjoita uudelleen.',
    used: 'Etukuponki on jo käytetty. Mitään ei muutettu.',
    expired: 'Etukuponki on vanhentunut. Mitään ei käytetty.',
    void: 'Etukuponki on mitätöity. Mitään ei käytetty.',
    otherCustomer:
      'Etukuponki kuuluu toiselle asiakkaalle. Mitään ei käytetty. Avaa hänet, niin voit käyttää sen.',
  },
  BudgetExceeded: {
    surprise: 'Tämän kuun yllätysbudjetti ei riitä tähän. Mitään ei annettu. Valitse jotain pienempää.',
    recovery: 'Tämän kuun hyvitysvara ei riitä tähän. Mitään ei annettu. Valitse jotain pienempää.',
  },
  NotMergeable: 'Näitä kahta ei voi yhdistää tai erottaa näin. Mitään ei muutettu. Katso molempia uudelleen.',
  NotRefundable:
    'Summa on suurempi kuin käynnistä voi enää palauttaa. Mitään ei palautettu. Anna pienempi summa.',
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
      'Tämä ei ole Excel-työkirja (xlsx) eikä CSV-tiedosto. Mitään ei tuotu. Tallenna luettelo jommassakummassa muodossa ja valitse se uudelleen.',
    notWorkbook:
      'Työkirjaa ei voi lukea. Mitään ei tuotu. Avaa se Excelissä, tallenna se uudelleen ja valitse sitten tallennettu tiedosto.',
    noColumns: 'Sarakkeita ei löytynyt. Mitään ei tuotu. Valitse, millä merkillä sarakkeet on erotettu.',
    tooLarge:
      'Tiedosto on liian suuri kerralla tuotavaksi. Mitään ei tuotu. Jaa se osiin ja tuo osat erikseen.',
  },
  MissingColumn: 'Yksi sarake on vielä valitsematta: {{column}}. Mitään ei tuotu.',
  MonthNotClosable: {
    notOver: 'Kuukausi ei ole vielä päättynyt. Mitään ei suljettu. Palaa, kun se on ohi.',
    closed: 'Kuukausi on jo suljettu. Mitään ei muutettu. Jos haluat muuttaa jotain, avaa se uudelleen.',
  },
  StepsOpen: 'Osa vaiheista on vielä kesken. Mitään ei suljettu. Tee ne loppuun tai ohita ne perustellen.',
  StepNotSettled: 'Vaihetta ei voi kuitata näin. Mitään ei muutettu. Tee, mitä vaihe pyytää.',
  MonthNotReopenable: 'Tämä sulku ei ole enää voimassa. Mitään ei muutettu. Katso luetteloa uudelleen.',
  OwnerOnly: 'Vain omistaja voi tehdä tämän. Mitään ei muutettu. Pyydä omistajaa.',
  NotInTraining: 'Toiminto ei kuulu harjoitteluun. Mitään ei muutettu.',
  Locked: 'Näyttö on lukittu. Mitään ei muutettu. Kirjaudu ja tee se sitten uudelleen.',
  NotAllowed: 'Tämä ei kuulu oikeuksiisi. Mitään ei muutettu. Pyydä esihenkilöä tai omistajaa.',
  ApprovalNeeded: 'Tähän tarvitaan sellaisen PIN, joka saa tehdä sen yksin. Mitään ei muutettu.',
  ApprovalGone: 'Hyväksyntää odotettiin liian kauan. Mitään ei muutettu. Tee se uudelleen.',
  PinWrong: 'PIN ei ole oikea. Yritä uudelleen.',
  PinWait: 'Liian monta väärää PIN-koodia. Yritä uudelleen {{seconds}} sekunnin kuluttua.',
  PinNotUsable:
    'Tätä PIN-koodia ei voi käyttää: se on liian helppo keksiä. Mitään ei muutettu. Valitse muut numerot.',
  CodeWrong: 'Tämä koodi ei avaa täällä mitään. Mitään ei muutettu. Tarkista se tai käytä PIN-koodiasi.',
  OwnerFirst:
    'Omistaja tarvitsee PIN-koodin ensin. Mitään ei muutettu. Aseta omistajan PIN ja tee se sitten uudelleen.',
  LastOwner:
    'Jonkun on jäätävä, joka saa tehdä kaiken. Mitään ei muutettu. Tee ensin jostakusta toisesta omistaja.',
  SeveralPeople: 'Täällä on töissä useita ihmisiä, joten PIN-koodit pysyvät käytössä. Mitään ei muutettu.',
  TagNameTaken: 'Tunniste ”{{name}}” on jo olemassa. Mitään ei tallennettu. Valitse toinen nimi.',
  SegmentNotUsable: 'Tällainen suodatin ei voi löytää ketään. Mitään ei tallennettu. Korjaa merkityt kohdat.',
  CampaignNotOpen:
    'Kampanja on sillä välin aloitettu tai päättynyt. Mitään ei muutettu. Katso luetteloa uudelleen.',
  NobodyToTurnTo:
    'Tällä tavalla ei tavoiteta tänään ketään, tai ihmisiä on liian vähän kaikkiin ryhmiin. Mitään ei aloitettu. Valitse toinen asiakasryhmä tai toinen tapa ottaa yhteyttä.',
  TooManyGifts:
    'Etukuponkeja tulisi kerralla {{gifts}}, ja enintään voi antaa {{max}}. Mitään ei aloitettu. Valitse pienempi asiakasryhmä tai jätä etukuponki pois.',
  TooManyRows:
    'Rivejä olisi {{rows}}, ja taulukkoon mahtuu {{max}}. Mitään ei kirjoitettu. Valitse CSV tai lyhyempi jakso.',
  OnlyInTheWindow:
    'Selain tulostaa itse. Mitään ei kirjoitettu. Valitse ”Tulosta tai tallenna PDF” ja siitä PDF:ksi tallentaminen.',
  ExportGone: 'Tätä vientitiedostoa ei enää säilytetä. Mitään ei ole kadonnut. Vie se uudelleen.',
  BackupFailed: {
    diskFull:
      'Levy on täynnä, joten kopiota ei kirjoitettu. Liikkeen tiedosto on ehjä. Vapauta tilaa ja yritä uudelleen.',
    readOnly:
      'Varmuuskopioiden kansioon ei voi kirjoittaa. Liikkeen tiedosto on ehjä. Salli kirjoittaminen ja yritä uudelleen.',
    check: 'Kopio ei läpäissyt tarkistusta, ja se hylättiin. Liikkeen tiedosto on ehjä. Yritä uudelleen.',
    gone: 'Muistitikku irrotettiin tai kansio on kadonnut. Tämän tietokoneen tiedot ovat ehjät. Kytke tikku uudelleen ja toista varmuuskopiointi.',
    nameTooLong:
      'Varmuuskopion nimi on liian pitkä tähän kansioon. Liikkeen tiedosto on ehjä. Valitse kansio lähempää juurta.',
    localDiskFull:
      'Tällä tietokoneella ei ole tilaa kopiolle, josta varmuuskopiointi alkaa. Liikkeen tiedosto on ehjä. Vapauta tilaa ja yritä uudelleen.',
    busy: 'Varmuuskopiointi on jo käynnissä. Odota, kunnes se on valmis.',
    unknown: 'Kopiota ei voitu kirjoittaa. Liikkeen tiedosto on ehjä. Yritä uudelleen.',
  },
  BackupRefused: {
    notABackup: 'Tämä tiedosto ei ole Regularsin varmuuskopio. Mitään ei muutettu. Valitse toinen tiedosto.',
    damaged:
      'Tämä varmuuskopio on vioittunut, eikä siihen voi luottaa. Mitään ei muutettu. Valitse toinen varmuuskopio.',
    truncated:
      'Tämä varmuuskopio on vajaa: sen loppu puuttuu. Mitään ei muutettu. Valitse toinen varmuuskopio.',
    newerSchema:
      'Tämän varmuuskopion on tehnyt uudempi Regulars. Mitään ei muutettu. Asenna uudempi versio ja palauta sitten.',
    passphraseNeeded: 'Tämä varmuuskopio on lukittu. Mitään ei muutettu. Kirjoita sen salalause.',
    wrongPassphrase:
      'Tämä salalause ei avaa varmuuskopiota. Mitään ei muutettu. Yritä uudelleen; isoilla kirjaimilla ja väleillä on merkitystä.',
    otherShop: 'Tämä varmuuskopio on toisesta liikkeestä. Mitään ei muutettu. Valitse toinen varmuuskopio.',
    gone: 'Varmuuskopiota ei enää löydy. Mitään ei muutettu. Kytke muistitikku uudelleen.',
  },
  RestoreFailed: {
    diskFull: 'Palautukselle ei ole tilaa. Kaikki on ennallaan. Vapauta tilaa ja yritä uudelleen.',
    readOnly:
      'Liikkeen tietojen kansioon ei voi kirjoittaa. Kaikki on ennallaan. Salli kirjoittaminen ja yritä uudelleen.',
    nothingToGoBackTo: 'Mihinkään ei voi enää palata. Kaikki on ennallaan.',
    unknown: 'Palautusta ei tehty. Kaikki on ennallaan. Yritä uudelleen tai valitse toinen varmuuskopio.',
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
    expiresDay: 'viimeinen päivä',
    untilDay: 'viimeinen päivä',
    returnDay: 'päivä',
    dueDay: 'päivä',
    words: 'sanat',
  },
} as const satisfies SameKeys<typeof english>;
