import type { monthFigures as english } from '../en/month-figures.ts';
import type { SameKeys } from '../same-keys.ts';
import { monthPeople } from './month-people.ts';

/** Pääluvun alla olevien lukujen tekstit. */
export const monthFigures = {
  asTable: 'Näytä taulukkona',
  asChart: 'Näytä kuvana',
  copy: 'Kopioi tekstinä',
  copied: 'Kopioitu.',
  notCopied: 'Leikepöytä ei ollut käytettävissä. Näytä taulukko ja valitse teksti siitä.',
  counting: 'Lasketaan, {{n}} s',
  counted: 'Valmiina {{done}}\u00a0/\u00a0{{total}} raporttia',
  stop: 'Keskeytä',
  stopped: 'Keskeytetty.',
  countAgain: 'Laske uudelleen',
  range: 'todennäköisesti {{low}}–{{high}}',
  unclear: 'ei selvää muutosta',
  gridKeys: 'Nuolet siirtävät, Enter näyttää nimet.',
  cohort: {
    title: 'Ketkä jäävät, aloituskuukausittain',
    aside: '% kävi taas',
    month: 'Kuukausi',
    newcomers: 'Uusia',
    monthsLater: 'kuukautta myöhemmin',
    average: 'Keskiarvo',
    running: 'vielä kesken',
    none: 'Kukaan ei ole vielä käynyt ensimmäistä kertaa.',
    nextMonth: 'Kaikista uusista seuraavassa kuussa kävi {{figure}}.',
  },
  frequency: {
    title: 'Jakson käynnit',
    aside: '{{people}}, keskimäärin {{mean}}',
    visits_one: '{{n}} käynti',
    visits_other: '{{n}} käyntiä',
    peopleWith: 'Henkilöitä: {{visits}}',
    period: 'Tämä jakso',
    whole: 'Koko historia',
    eachChange: 'Käyntejä kullakin edelliseen jaksoon verrattuna:',
    once_one: '{{n}} kävi vain kerran. Seuraava askel on toinen käynti.',
    once_other: '{{n}} kävi vain kerran. Seuraava askel on toinen käynti.',
    each: '{{n}} käyntiä henkilöä kohti',
    everRepeat: 'Joskus käynyt ainakin kahdesti',
  },
  value: {
    title: 'Arvo',
    soFar: 'Arvo tähän asti',
    perCustomer: 'asiakasta kohti',
    top: 'Paras viidennes tuo',
    topPeriod: 'Paras viidennes tuo, tämä jakso',
    topSoFar: 'Paras viidennes tuo, koko historia',
    rewards: 'Palkintojen kulut',
    ofSales: '{{share}} jäsenmyynnistä',
    ofSalesShort: '{{share}} myynnistä',
    formula: 'Arvo tähän asti: {{total}} ÷ {{people}} = {{each}}',
    owed: 'Pistevelka: {{closing}} ({{cost}})',
    owedSum:
      '= {{opening}} alussa + {{earned}} kertynyttä + {{adjusted}} oikaistua − {{redeemed}} käytettyä − {{expired}} vanhentunutta',
    figure: 'Luku',
    from: 'Laskettu luvuista',
    memberSales: 'Jäsenmyynti',
    anonymousSales: 'Nimetön myynti',
  },
  trend: {
    title_one: 'Viimeinen jakso',
    title_other: 'Viimeiset {{n}} jaksoa',
    choose: 'Mitä viiva näyttää',
    basis: 'Laskettu luvuista',
    goal: 'katkoviiva: tavoite {{goal}}',
    tooShort: 'tietoja liian lyhyeltä ajalta',
    none: 'Liian vähän asiakkaita tai ei vielä päättynyttä jaksoa.',
    metric: {
      retention: 'Pysyvyys',
      active: 'Aktiivisia lopussa',
      frequency: 'Käyntejä henkilöä kohti',
      spend: 'Keskiostos',
    },
  },
  tiers: {
    title: 'Tasot',
    tier: 'Taso',
    people: 'Henkilöitä',
    ofPeople: 'Osuus henkilöistä',
    ofSales: 'Osuus myynnistä',
    none: 'Ei tasoa',
    noTiers: 'Ohjelmassa ei ole vielä tasoja.',
  },
  names: {
    cohort_zero: 'Ensimmäinen käynti {{month}}',
    cohort_one: 'Ensimmäinen käynti {{month}}, kävi {{n}} kuukautta myöhemmin',
    cohort_other: 'Ensimmäinen käynti {{month}}, kävi {{n}} kuukautta myöhemmin',
    returned: 'Ensimmäinen käynti {{month}}, palasi {{n}} päivässä',
    notReturned: 'Ensimmäinen käynti {{month}}, ei palannut {{n}} päivässä',
    visits: '{{from}}–{{to}} käyntiä',
    visitsFrom: '{{from}} käyntiä tai enemmän',
    spend: 'Ostot vähintään {{from}}, alle {{to}}',
    spendFrom: 'Ostot vähintään {{from}}',
    top: 'Paras viidennes ostojen mukaan',
    rfm: 'Tuoreus {{R}}, tiheys {{F}}',
    split: { S: 'Aktiiviset alussa', kept: 'Pysyneet', lapsed: 'Pois jääneet' },
    silentVips: 'Parhaat asiakkaat, joita ei ole näkynyt {{n}} päivään',
    staff: {
      knows: 'Tämän henkilön palvelemat',
      knowsAlone: 'Vain tämän henkilön palvelemat',
      depending: 'Käyvät enimmäkseen tämän henkilön luona',
    },
  },
  define: {
    cohort:
      'Kuukauden uudet asiakkaat, jotka kävivät taas 1, 2, 3 … kuukauden päästä ÷ kaikki kuukauden uudet. Rivin luku voi nousta uudelleen, koska asiakkaat pitävät taukoja. Viivoitettu: kuukausi on kesken. Alin rivi painottaa jokaista kuukautta sen uusien määrällä. Kun uusia on alle 20, ruudussa lukee, kuinka moni kuinka monesta.',
    value:
      'Keskiostos: niiden käyntien raha, joiden summa tiedetään, ÷ niiden määrä. Arvo tähän asti: nimellä tunnettujen asiakkaiden kaikki raha ilman palkinnoilla maksettua osaa ÷ asiakkaiden määrä; se kertoo menneestä, ei tulevasta. Paras viidennes: kuinka suuri osa jakson rahasta tulee eniten ostaneelta viidennekseltä. Palkintojen kulut: mitä jaksolla käytetyt palkinnot maksoivat, verrattuna jäsenten maksamaan.',
    trend:
      'Jokainen piste on yksi samanpituinen jakso, varjostus väli, jolla luku todennäköisesti on (95 %). Jos välit ovat suurelta osin päällekkäin, selvää eroa ei ole. Keskeneräisillä jaksoilla, ja kun tiedot alkavat liian myöhään, ei ole pistettä.',
    tiers: 'Asiakkaat nykyisen tasonsa mukaan ja se osa jakson jäsenmyynnistä, jonka he toivat.',
    return:
      'Kuinka suuri osa uusista on palannut toiselle käynnille, päivinä ensimmäisestä (Kaplan–Meier: ne, joita vielä odotetaan, lasketaan mukaan odotetun ajan verran). Varjostus on 95 prosentin raja; harmaa katkoviiva, kun jäljellä on alle kymmenen henkilöä. Taulukossa ovat vain kuukaudet, joista on kaikilla kulunut niin monta päivää; alin rivi laskee koko historian.',
    gaps: 'Kuinka suuri osa on palannut seuraavalle käynnille, päivinä edellisestä, kaikista tähänastisista käynneistä (Kaplan–Meier: ne, joita vielä odotetaan, lasketaan mukaan odotetun ajan verran). Harmaa katkoviiva, kun jäljellä on alle kymmenen.',
    spread:
      'Henkilöt ostojensa mukaan, ja kuinka suuren osan kaikesta rahasta paras osa heistä tuo (Pareto-käyrä). Pisteviiva: jos kaikki toisivat yhtä paljon. Vain nimellä tunnetut.',
    splits:
      'Pysyneet ÷ alussa aktiiviset kussakin ryhmässä, tällä ja edellisellä jaksolla. Palvelija: kuka palveli viimeisellä käynnillä ennen jaksoa. Uusi: ensimmäinen käynti aikaikkunassa ennen jaksoa. Taso ja talous ovat tämän päivän. Nuoli vain, kun muutos on enemmän kuin sattumaa.',
    rfm: 'Kaikki pisteytettyinä viime käynnistä kuluneiden päivien (R) ja käyntien määrän (F) mukaan yhtä suuriin osiin, 5 tai 3 = paras. Samanlaiset saavat samat pisteet. Mestarit ovat parhaita myös ostoissa.',
    vips: 'Viimeisten 365 päivän ostojen paras viidennes (käyntien, jos summia ei tiedetä), joita ei jakson lopussa ole näkynyt niin moneen päivään, arvokkain ensin.',
    audit:
      'Jokaisesta piirteestä: sen osuus jaksolla pois jääneistä ja pysyneistä sekä eron 95 prosentin väli. ”Eroaa” vain, kun Fisherin testi, korjattuna piirteiden määrällä, alittaa 5 prosenttia. Ero ei todista syytä.',
    staff:
      'Jaksolla palvellut, ne joita kukaan muu ei palvellut, ja vähintään kolme kertaa käyneistä ne, joiden käynneistä vähintään 70 prosenttia oli tämän henkilön luona. Ei paremmuusjärjestys: se näyttää, ketä kaivattaisiin.',
    milestones:
      '10., 50. ja joka 100. käynti sekä täydet vuodet ensimmäisestä käynnistä, jaksolla saavutetut.',
    top: 'Nimellä tunnetut jakson ostojen mukaan, sitten käyntien.',
  },
  ...monthPeople,
} as const satisfies SameKeys<typeof english>;
