import type { definitions as english } from '../en/definitions.ts';
import type { SameKeys } from '../same-keys.ts';

export const definitions = {
  figure: {
    retention:
      'Kuukauden alussa ja lopussa aktiiviset asiakkaat / alussa aktiiviset. Aktiivinen: käynti W edeltävän päivän aikana.',
    textbookRetention:
      '(Lopussa aktiiviset − uudet) / alussa aktiiviset. Laskee palanneet pysyneiksi ja voi olla yli 1.',
    activeAtStart: 'Asiakkaat, joilla on käynti kuukauden ensimmäistä päivää edeltävien W päivän aikana.',
    kept: 'Asiakkaat, jotka olivat aktiivisia kuukauden alussa ja lopussa.',
    lapsed: 'Asiakkaat, jotka olivat aktiivisia kuukauden alussa mutta eivät lopussa.',
    reactivated: 'Asiakkaat, jotka olivat aktiivisia kuukauden lopussa mutta eivät alussa eivätkä ole uusia.',
    newAndActive:
      'Asiakkaat, joiden kaikkien aikojen ensimmäinen käynti osuu kuukauteen ja jotka ovat sen lopussa aktiivisia.',
    activeAtEnd:
      'Asiakkaat, joilla on käynti kuukauden loppua edeltävien W päivän aikana: pysyneet + palanneet + uudet ja aktiiviset.',
    newCustomers:
      'Asiakkaat, joiden kaikkien aikojen ensimmäinen käynti osuu kuukauteen. Tuotu ”asiakkaana alkaen” lasketaan käynniksi.',
    returned: 'Alussa aktiiviset asiakkaat, jotka kävivät kuukauden aikana / alussa aktiiviset.',
    customers: 'Eri asiakkaat, jotka kävivät kuukauden aikana.',
    visits: 'Kuukauden käynnit: asiakas ja liikepäivä, jolla on ainakin yksi kumoamaton kirjaus.',
    frequency: 'Käynnit / kuukauden aikana käyneet asiakkaat.',
    frequencyMedian: 'Kuukauden aikana käyneiden asiakkaiden käyntimäärien mediaani.',
    repeatRate: 'Asiakkaat, jotka kävivät kuukauden aikana ainakin kahdesti / ainakin kerran käyneet.',
    checkIns: 'Kuukauden kirjatut käynnit, myös ilman asiakasta kirjatut, kumotut pois jätettyinä.',
    identified: 'Asiakkaalle kirjatut käynnit / kaikki kirjatut käynnit.',
    sales: 'Kuukauden kirjattujen käyntien tiedossa olevat summat, palautettu raha vähennettynä.',
    memberSales: 'Asiakkaalle kirjattujen käyntien myynti.',
    anonymousSales: 'Ilman asiakasta kirjattujen käyntien myynti.',
    averageSpend: 'Myynti / kirjatut käynnit, joiden summa tiedetään.',
    rewardCost:
      'Mitä kuukauden aikana käytetyt palkinnot, joita ei ole peruttu, maksoivat liikkeelle käyttöpäivän sääntöjen mukaan.',
    rewardCostShare: 'Palkintojen hinta / nimellinen myynti.',
  },
  detail: {
    cohortSize: 'Asiakkaat, joiden kaikkien aikojen ensimmäinen käynti osuu nimettyyn kuukauteen.',
    cohort:
      'Asiakkaista, joiden ensimmäinen käynti osuu nimettyyn kuukauteen, ne jotka kävivät niin monta kuukautta myöhemmin / kaikki heistä.',
    cohortAverage:
      'Asiakkaat, jotka kävivät niin monta kuukautta ensimmäisen käyntinsä kuukauden jälkeen / asiakkaat, joiden kohdalla se kuukausi on päättynyt: kaikkien ryhmien painotettu keskiarvo.',
    firstReturn:
      'Nimetyn kuukauden uudet asiakkaat, jotka kävivät toisen kerran niin monen päivän sisällä / kuukauden uudet asiakkaat. Vain kun niin monta päivää on kulunut heidän kaikkien kohdalla.',
    firstReturnWithin:
      'Asiakkaat, jotka kävivät toisen kerran niin monen päivän sisällä ensimmäisestä / asiakkaat, joiden kohdalla niin monta päivää on kulunut, koko ajalta.',
    firstReturnMedian:
      'Päivät, joiden kuluttua puolet asiakkaista on käynyt toisen kerran (Kaplan–Meier, mukana ne, joita vielä odotetaan).',
    trendRetention:
      'Nimetyn kuukauden pysyvyys: alussa ja lopussa aktiiviset / alussa aktiiviset, sulkemisen aikaikkunalla W. Ei tietoa, jos kirjanpito alkaa aikaikkunan sisällä.',
    trendFrequency: 'Käynnit / käyneet asiakkaat nimettynä kuukautena.',
    trendAverageSpend: 'Myynti / kirjatut käynnit, joiden summa tiedetään, nimettynä kuukautena.',
    visitsBar: 'Asiakkaat kuukauden käyntimäärän mukaan: nimetystä määrästä seuraavaan portaaseen.',
    wholeFrequency: 'Käynnit / asiakkaat, koko ajalta kuukauden loppuun asti.',
    wholeRepeatRate:
      'Ainakin kahdesti käyneet asiakkaat / ainakin kerran käyneet, koko ajalta kuukauden loppuun asti.',
    topFifth: 'Kuukauden aikana eniten ostaneen viidenneksen ostot / kaikkien asiakkaiden ostot.',
    customersFor80: 'Pienin määrä asiakkaita, joiden ostot ovat yhdessä 80 % kuukauden ostoista.',
    gini: 'Gini-kerroin asiakkaiden ostoista kuukauden aikana. 0: kaikilla sama, 1: yksi osti kaiken.',
    spendMean: 'Kuukauden ostot keskimäärin asiakasta kohti. Mukana ovat asiakkaat, joiden summa tiedetään.',
    spendMedian: 'Keskimmäisen asiakkaan ostot kuukauden aikana.',
    topFifthSoFar:
      'Kuukauden loppuun mennessä eniten ostaneen viidenneksen ostot / kaikkien asiakkaiden ostot.',
    customersFor80SoFar:
      'Pienin määrä asiakkaita, joiden ostot kuukauden loppuun mennessä ovat yhdessä 80 % kaikista ostoista.',
    giniSoFar: 'Gini-kerroin asiakkaiden ostoista kuukauden loppuun mennessä.',
    spendMeanSoFar:
      'Ostot kuukauden loppuun mennessä keskimäärin asiakasta kohti. Mukana ovat asiakkaat, joiden summa tiedetään.',
    spendMedianSoFar: 'Keskimmäisen asiakkaan ostot kuukauden loppuun mennessä.',
    valueSoFar: 'Kaikkien asiakkaiden ostot kuukauden loppuun mennessä.',
    rfm: 'Asiakkaat pisteiden mukaan kuukauden loppuun mennessä: R viime käynnistä kuluneiden päivien ja F käyntien mukaan yhtä suurissa osissa. Suurin on paras.',
    rfmChampions:
      'Asiakkaat, joilla on parhaat pisteet viime käynnistä kuluneista päivistä, käynneistä ja ostoista.',
    tier: 'Kuukauden aikana käyneet asiakkaat sulkemispäivän tason mukaan.',
    tierSpend: 'Kuukauden ostot asiakkaiden sulkemispäivän tason mukaan.',
    split:
      'Ryhmän asiakkaista, jotka olivat aktiivisia kuukauden alussa, sen lopussa aktiiviset / kaikki heistä. Taso ja talous ovat sulkemispäivän.',
  },
  column: {
    opening: 'Pisteet, jotka olivat asiakkailla ennen kuukauden ensimmäistä päivää.',
    earned: 'Kuukauden aikana kertyneet pisteet. Kumousten ja palautusten takia perutut on jätetty pois.',
    adjusted: 'Käsin tehdyt oikaisut ja siirrot kuukauden aikana, suuntaan tai toiseen.',
    redeemed: 'Kuukauden aikana palkintoihin käytetyt pisteet, positiivisena lukuna.',
    expired: 'Kuukauden aikana vanhentuneet pisteet, positiivisena lukuna.',
    closing:
      'Alkusaldo + kertyneet + oikaisut − käytetyt − vanhentuneet: asiakkaiden pisteet kuukauden lopussa.',
  },
  atCost: 'Palkintojen hinnalla: jokainen piste yksikkönsä palkintojen korkeimmalla hinnalla pistettä kohti.',
} as const satisfies SameKeys<typeof english>;
