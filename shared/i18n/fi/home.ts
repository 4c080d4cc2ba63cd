import type { home as english } from '../en/home.ts';
import type { SameKeys } from '../same-keys.ts';

/** The owner's first page: where the shop stands. */
export const home = {
  title: 'Missä mennään',
  subtitle: '{{shop}}, tilanne {{date}}',
  now: 'Nyt, {{from}}–{{to}}',
  before: 'Edellinen kuukausi, {{month}}',
  goal: 'Tavoite',
  noGoal: 'ei vielä',
  people: '{{part}} / {{whole}} asiakasta, {{range}}',
  reached: 'Saavutettu',
  notReached: 'Puuttuu {{missing}}',
  define: {
    retention:
      'Niistä asiakkaista, jotka olivat aktiivisia {{days}} päivää sitten, yhä aktiivisten osuus. Jakso on yhtä pitkä kuin viime kuukausi, koska vajaa kuukausi ei kerro pysyvyydestä mitään.',
    averageSpend: 'Tämän kuukauden myynti tähän mennessä jaettuna niillä käynneillä, joiden summa tiedetään.',
    frequency:
      'Käyntipäiviä kutakin nähtyä asiakasta kohti. Jakso on yhtä pitkä kuin viime kuukausi, koska vajaassa kuukaudessa käyntejä on aina vähemmän.',
  },
  next: 'Seuraavaksi',
  open: 'Avaa kuukausi',
  closed: '{{month}} on suljettu.',
  notClosed: '{{month}} on vielä sulkematta. Se vie noin viisi minuuttia.',
  followUps_one: '{{n}} yhteydenotto odottaa.',
  followUps_other: '{{n}} yhteydenottoa odottaa.',
  followUpsNone: 'Tänään ei odota yhtään yhteydenottoa.',
  toFollowUps: 'Avaa yhteydenotot',
  empty:
    'Tässä näkyy, moniko pysyy asiakkaana, paljonko he ostavat ja kuinka usein he käyvät, kun käyntejä on.',
  toTill: 'Avaa kassa',
} as const satisfies SameKeys<typeof english>;
