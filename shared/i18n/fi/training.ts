import type { training as english } from '../en/training.ts';
import type { SameKeys } from '../same-keys.ts';

/** Harjoittelu: keksittyjä asiakkaita ja tilanteita, jotka käydään läpi parin kanssa. */
export const training = {
  bar: {
    label: 'Harjoittelu',
    sentence:
      'Harjoittelu. Mikään täällä ei ole totta: asiakkaat ovat keksittyjä, eikä liikkeen tietoihin kosketa.',
    situations: 'Harjoiteltavat tilanteet',
    reset: 'Aloita alusta',
    leave: 'Lopeta harjoittelu',
  },
  watermark: 'HARJOITUS',
  resetAsk: {
    title: 'Aloitetaanko harjoittelu alusta?',
    text: 'Tähänastinen harjoittelu katoaa, ja esimerkkiasiakkaat palaavat ennalleen. Liikkeen tietoihin ei kosketa.',
    confirm: 'Aloita alusta',
  },
  enter: {
    label: 'Harjoittele keksityillä asiakkailla',
    note: 'Avaa kassan, jossa on esimerkkiasiakkaita ja oranssit kehykset. Kesken oleva kirjaus ja kaikki liikkeen tiedot odottavat ennallaan. Harjoittelusta ei oteta varmuuskopioita, ja ohjelman seuraava käynnistys avaa liikkeen.',
    act: 'Aloita harjoittelu',
    busy: 'Luodaan esimerkkiasiakkaita…',
    isOn: 'Harjoittelu on käynnissä. Se lopetetaan yläreunan palkista.',
    what: 'Mitä harjoittelussa tapahtuu',
    pins: 'Jokainen kirjautuu omalla PIN-koodillaan tai henkilökortillaan. Liikkeeseen palattaessa kirjaudutaan uudelleen.',
    paper: 'Kaikissa tulosteissa lukee poikittain HARJOITUS.',
    log: 'Liikkeen lokiin merkitään, milloin harjoittelu alkoi ja päättyi, mutta ei mitään siitä, mitä sen aikana tehtiin.',
  },
  lock: 'Harjoittele keksityillä asiakkailla',
  drawer: {
    title: 'Harjoiteltavat tilanteet',
    text: 'Toinen esittää asiakasta, toinen on kassalla. Sitten vaihdetaan osia. Kaksi minuuttia tilannetta kohden riittää.',
    says: 'Asiakas sanoo',
    steps: 'Näin toimit',
    done: 'Onnistui, kun',
    choose: 'Tilanne',
    next: 'Seuraava tilanne',
  },
  situations: {
    newCustomer: {
      title: 'Uusi asiakas',
      says: '”Olen täällä ensimmäistä kertaa. Onko teillä sellainen kanta-asiakaskortti?”',
      steps: {
        one: 'Kerro yhdellä lauseella, mitä siitä saa, ennen kuin kysyt mitään.',
        two: 'Paina F2. Pelkkä nimi riittää; kerro, että puhelinnumerolla löytyy myös ilman korttia.',
        three:
          'Kysy jäsenyydestä ja yhteydenotoista erikseen. Yhteydenotoista kieltäytyminen ei vie pisteitä: sano se ääneen.',
        four: 'Näppäile summa ja kirjaa käynti. Kerro, paljonko pisteitä nyt on ja mitä niillä saa.',
      },
      done: 'asiakas lähtee ensimmäisten pisteidensä kanssa, tietää mitä seuraavaksi saa, eikä aikaa kulunut puolta minuuttia enempää.',
    },
    forgottenCard: {
      title: 'Kortti jäi kotiin',
      says: '”Voi ei, kortti jäi toisen takin taskuun.”',
      steps: {
        one: 'Sano, ettei se haittaa: asiakas löytyy nimellä tai puhelinnumerolla.',
        two: 'Kirjoita nimen alku tai puhelinnumeron neljä viimeistä numeroa.',
        three:
          'Onko samannimisiä kaksi? Kysy puhelinnumeron neljä viimeistä numeroa. Älä koskaan lue ruutua ääneen.',
        four: 'Valitse asiakas ja kirjaa käynti tavalliseen tapaan. Jos kortti on kadonnut, estä se asiakkaan sivulla ja luo uusi.',
      },
      done: 'pisteet menivät oikealle ihmiselle, eikä kukaan lähellä kuullut numeroa tai osoitetta.',
    },
    pointsDispute: {
      title: 'Pisteitä puuttuu',
      says: '”Kävin viime viikolla kolme kertaa, ja taas puuttuu pisteitä.”',
      steps: {
        one: 'Katsokaa yhdessä: avaa asiakkaan sivu ja paina saldon vierestä ”Miksi?”.',
        two: 'Lue tapahtumat uusimmasta alkaen: päivä, summa, pisteet. Anna asiakkaan kertoa, mikä puuttuu.',
        three: 'Kirjattiinko tämänpäiväinen käynti ilman nimeä? Siirrä se asiakkaalle kassan luettelosta.',
        four: 'Onko käynti vanhempi, tai eikö siitä ole jälkeä? Korjaa saldo ja kirjoita syy; jos oikeutesi eivät riitä, pyydä esihenkilöltä lupa heti.',
      },
      done: 'asiakas näki samat tapahtumat kuin sinä, saldo on oikein tai hän tietää milloin asia selviää, eikä ketään syytetty valehtelusta.',
    },
    complaint: {
      title: 'Reklamaatio viidessä vaiheessa',
      says: '”Odotin kaksikymmentä minuuttia, ja sitten se oli kylmää. Odotin teiltä parempaa.”',
      steps: {
        one: 'Kuuntele: anna asiakkaan puhua loppuun. Katso häneen, älä ruutuun.',
        two: 'Eläydy: ”Kylmää vielä sellaisen odotuksen jälkeen: minuakin harmittaisi.”',
        three: 'Pyydä anteeksi: ”Olen pahoillani. Se oli meidän virheemme.” Ei muttia eikä selityksiä.',
        four: 'Ratkaise: tarjoa heti jotain, uutta annosta tai etukuponkia asiakkaan sivulta, ja hoida asia ennen kuin hän lähtee.',
        five: 'Selvitä syy: kun asiakas on lähtenyt, kirjaa muistiin mistä se johtui (F4), ettei niin käy seuraavalle.',
      },
      done: 'asiakasta ei keskeytetty, jotain tehtiin saman tien, ja muistiinpano kertoo syyn.',
    },
    refund: {
      title: 'Rahat takaisin',
      says: '”Maksoin kahdesta, mutta otin vain yhden. Tässä on kuitti.”',
      steps: {
        one: 'Etsi tämänpäiväinen käynti kassan luettelosta nimen ja kellonajan perusteella.',
        two: 'Onko koko kirjaus väärin? Kumoa se (viimeisin näppäimellä F9): käynti, pisteet ja palkinnot palautuvat.',
        three:
          'Onko summa vain liian suuri? Valitse ”Palauta rahaa”, näppäile palautettava osa ja kerro, mitä pisteille tapahtuu.',
        four: 'Sano summa ääneen ja anna rahat. Jos oikeutesi eivät riitä, pyydä esihenkilöltä lupa heti.',
      },
      done: 'päivän summa on oikein, ja asiakas kuuli, mitä peruttiin ja miksi.',
    },
  },
  phrases: {
    title: 'Kuusi lausetta, joista on apua',
    one: '”Mukava nähdä taas, saako olla se tavallinen?”',
    two: '”Katsotaan, mitä voin tehdä asialle.”',
    three: '”Kiitos, että kerroit. Moni vain jättäisi tulematta.”',
    four: '”En tiedä, mutta selvitän asian huomiseen mennessä ja soitan.”',
    five: '”Olet oikeassa, niin ei olisi saanut käydä.”',
    six: '”Vielä kaksi käyntiä, niin seuraavan tarjoaa talo.”',
  },
} as const satisfies SameKeys<typeof english>;
