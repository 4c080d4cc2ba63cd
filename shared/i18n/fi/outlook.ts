import type { outlook as english } from '../en/outlook.ts';
import type { SameKeys } from '../same-keys.ts';

/** Ketkä voimme menettää: riskitaulu, asiakkaan luvut, kiinniolopäivät ja poissaolot. */
export const outlook: SameKeys<typeof english> = {
  title: 'Kenet voimme menettää?',
  subtitle_one: 'Yksi henkilö, verrattuna omaan rytmiinsä.',
  subtitle_other: '{{n}} henkilöä, kukin verrattuna omaan rytmiinsä.',
  newcomers_one: 'Lisäksi yksi on käynyt vain kerran: liian varhaista sanoa.',
  newcomers_other: 'Lisäksi {{n}} on käynyt vain kerran: liian varhaista sanoa.',
  how: 'Näin tämä toimii',
  workThrough: 'Käy lista läpi',
  lookAgain: 'Katso kaikki nyt',
  stop: 'Pysäytä',
  stage: {
    reading: 'Luetaan käyntejä: {{share}}',
    fitting: 'Opitaan, miten ihmiset käyvät…',
    forecasting: 'Katsotaan kutakin: {{share}}',
  },
  notYet: 'Tänään ei ole vielä katsottu ketään. Se kestää muutaman sekunnin ja tapahtuu joka aamu itsestään.',
  empty: 'Kun ihmiset alkavat palata, näet täällä, kuka on myöhässä omasta rytmistään.',
  toTill: 'Avaa kassa',
  state: {
    atRisk: 'Vaarassa',
    slipping: 'Hiipumassa',
    onTrack: 'Ajallaan',
    late: 'Itselleen myöhässä',
    new: 'Uusi',
  },
  people_one: '<b>{{n}}</b> henkilö',
  people_other: '<b>{{n}}</b> henkilöä',
  likely: 'Palaa todennäköisesti',
  lessThan: 'alle {{percent}}',
  lessThanSign: '<{{percent}}',
  yearly: 'vuodessa',
  listed: 'Listalla',
  waited: 'Poissa',
  none: {
    atRisk: 'Kukaan ei ole vaarassa.',
    slipping: 'Kukaan ei ole hiipumassa.',
    onTrack: 'Kukaan ei ole vielä ajallaan.',
    late: 'Kukaan ei ole itselleen myöhässä.',
    new: 'Kukaan ei ole uusi.',
  },
  more_one: 'Näytä vielä yksi',
  more_other: 'Näytä vielä {{n}}',
  expectedToday: 'Odotettu tänään',
  hereToday: 'Täällä tänään, seuraavaksi {{day}}',
  expected: 'Odotettu {{day}}',
  late_one: 'Odotettu {{day}}, päivän myöhässä',
  late_other: 'Odotettu {{day}}, {{n}} pv myöhässä',
  usually_one: 'Yleensä joka päivä, nyt {{waited}}',
  usually_other: 'Yleensä {{n}} pv välein, nyt {{waited}}',
  onceToday: 'Kävi tänään ensimmäisen kerran',
  once_one: 'Käynyt kerran, päivä sitten',
  once_other: 'Käynyt kerran, {{n}} pv sitten',
  days_one: 'yksi päivä',
  gap_one: 'joka päivä',
  gap_other: '{{n}} pv välein',
  days_other: '{{n}} päivää',
  slowing: 'Käy harvemmin: {{recent}}, ennen {{earlier}}',
  model: {
    title: 'Näin tämä toimii',
    rhythm:
      'Kunkin käynnit kertovat, kuinka usein hän tavallisesti käy. Sitä pidempään poissa ollut on itselleen myöhässä. Päivät, joina liike on kiinni, ja ilmoitetut poissaolot eivät kulu.',
    chance:
      'Todennäköisyys kertoo, monenko sadasta samalla tavalla käyneestä odotetaan tulevan uudelleen. Vaarassa: alle 50 prosenttia. Hiipumassa: myöhässä tai käy aiempaa harvemmin.',
    value_one: 'Arvo on seuraavien 12 kuukauden odotus nykyrahassa. Se perustuu {{n}} henkilön käynteihin.',
    value_other: 'Arvo on seuraavien 12 kuukauden odotus nykyrahassa. Se perustuu {{n}} henkilön käynteihin.',
    frequency:
      'Täällä usein käyvät ostavat myös kerralla enemmän; heidän arvonsa on arvioitu hieman liian pieneksi.',
    regular: 'Täällä käydään rytmissä (k = {{k}}).',
    byChance: 'Täällä käydään ilman kiinteää rytmiä (k = 1).',
    early: 'Varhainen arvio: alle 100 henkilöllä jokainen luku on karkea.',
    rough: 'Ihmisiä on liian vähän todennäköisyyksiin: näytetään vain, kuka on itselleen myöhässä.',
    gap: 'Puolet käynneistä tulee viimeistään {{days}} edellisen jälkeen.',
  },
  reason: {
    fewCustomers:
      'Todennäköisyyksiin tarvitaan vähintään 10 henkilöä. Siihen asti tässä näkyy, kuka on itselleen myöhässä.',
    fewReturned:
      'Todennäköisyyksiin tarvitaan vähintään 5 palannutta. Siihen asti tässä näkyy, kuka on itselleen myöhässä.',
    fewGaps:
      'Todennäköisyyksiin tarvitaan vähintään 10 paluuta. Siihen asti tässä näkyy, kuka on itselleen myöhässä.',
    shortHistory:
      'Historia on vielä liian lyhyt todennäköisyyksiin. Siihen asti tässä näkyy, kuka on itselleen myöhässä.',
    nobodyLate: 'Kukaan ei ole toistaiseksi ollut myöhässä, joten lähtemisestä ei voi vielä sanoa mitään.',
    refused:
      'Tähänastiset käynnit eivät sovi mihinkään malliin niin hyvin, että todennäköisyyksiä voisi sanoa. Tässä näkyy, kuka on itselleen myöhässä.',
  },
  test: {
    title: 'Osuiko viime neljännes?',
    text: 'Kokeiltu {{weeks}} viikolla, joita se ei ollut nähnyt, {{day}} alkaen, {{n}} henkilöllä.',
    visits: 'Käynnit',
    really: 'Toteutunut',
    oneStage: 'Ennuste, käynnit satunnaisia (k = 1)',
    bestK: 'Ennuste, käynnit rytmissä (k = {{k}})',
    plain: 'Pelkkä rytmi',
    winner: '{{name}} ✓',
    off: 'Virhe',
    quality: 'Todennäköisyys',
    reading:
      'Virhe: käyntejä henkilöä kohti keskimäärin. Todennäköisyys: sen keskineliövirhe; 0 on täydellinen, 0,25 arvausta. Pienin ratkaisee ja on merkitty ✓.',
    useModel: 'Ennuste osui pelkkää rytmiä paremmin, ja sitä käytetään.',
    useCadence:
      'Pelkkä rytmi osui yhtä hyvin tai paremmin, joten sitä käytetään: kuka on itselleen myöhässä, ilman todennäköisyyksiä.',
    none: 'Historia on vielä liian lyhyt kokeiltavaksi.',
    honest:
      'Sen järjestämisessä, kuka palaa ensin, pelkkä viime käynnin päivä pärjää suunnilleen yhtä hyvin. Tämä lisää todennäköisyydet ja summat, joita on kokeiltu omaan historiaanne.',
  },
  closed: {
    title: 'Päivät, joina liike on kiinni',
    text: 'Kukaan ei ole niiden takia myöhässä.',
    none: 'Niitä ei ole merkitty.',
  },
  absence: { title: 'Poissa jonkin aikaa' },
  pause: { from: 'Ensimmäinen päivä', to: 'Viimeinen päivä', add: 'Lisää', takeBack: 'Peru {{days}}' },
  profile: {
    likely: 'Palaa todennäköisesti',
    within_one: '{{share}} viikon sisällä',
    within_other: '{{share}} {{n}} viikon sisällä',
    lessWithin_one: 'Alle {{share}} viikon sisällä',
    lessWithin_other: 'Alle {{share}} {{n}} viikon sisällä',
    value: 'Odotettu arvo, 12 kuukautta',
    range: '8 kymmenestä tällaisesta: {{low}}–{{high}}',
    refused: 'Ei arvioida',
    refusedNote: 'Hän on kieltänyt itseään koskevat arviot.',
  },
};
