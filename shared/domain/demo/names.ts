import type { SeededRandom } from './seeded-random.ts';

/** The languages the names of made-up customers come from. */
export const nameLanguages = ['en', 'fi', 'tr', 'hu', 'ms', 'id'] as const;

export type NameLanguage = (typeof nameLanguages)[number];

interface NamePool {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

/** Common first and family names, combined at random: nobody in particular. */
const pools: Readonly<Record<NameLanguage, NamePool>> = {
  en: {
    women: words(
      `Olivia, Charlotte, Chloë, Zoë, Niamh, Siobhán, Grace, Emily, Renée, Imogen, Harriet, Florence, Beatrice, Esmé,
      Anaïs, Rosie, Martha, Eleanor, Phoebe, Caitlín, Megan, Ruth, Hannah, Alice`,
    ),
    men: words(
      `Oliver, George, Harry, Seán, Ciarán, Jack, Noah, Arthur, Theo, Finn, André, Rhys, Ewan, Callum, Hugh, Edward,
      Dylan, Marcus, Toby, Samuel, Joel, Patrick, Owen, Neil`,
    ),
    families: words(
      `Smith, Jones, Taylor, O'Neill, O'Brien, D'Arcy, MacDonald, Hughes, Clarke, Walsh, Fitzgerald, Owen-Davies, Baker,
      Wright, Whitfield, Cooper-Hale, Ashworth, Penrose, Hartley, Doyle, Murphy, Campbell, Fraser, Bennett, Marsh, Cole,
      Ó Briain, Greenwood, Lockwood, Thorne`,
    ),
  },
  fi: {
    women: words(
      `Aino, Helmi, Sofia, Eevi, Venla, Emma, Kaisa, Päivi, Tuula, Riikka, Sanna, Noora, Elina, Liisa, Marjatta,
      Katariina, Hanna, Iida, Anni, Leena, Pirjo, Tiina, Jenni, Outi, Satu, Maija, Kyllikki, Säde`,
    ),
    men: words(
      `Olli, Joonas, Kari, Väinö, Petri, Ville, Mikko, Juha, Antti, Eero, Onni, Leevi, Timo, Heikki, Jari, Sami, Lauri,
      Tuomas, Pekka, Matti, Jyrki, Kalle, Niilo, Aleksi, Ilkka, Jouni, Yrjö, Pentti`,
    ),
    families: words(
      `Mäkelä, Nieminen, Korhonen, Virtanen, Mäkinen, Hämäläinen, Heikkilä, Koskinen, Järvinen, Lehtonen, Saarinen,
      Salonen, Lahtinen, Peltonen, Jokinen, Kallio, Leppänen, Rinne, Väisänen, Kärkkäinen, Savolainen, Hakala, Laakso,
      Niskanen, Lehto, Åkerlund, Forsström, Lindqvist, Öhman, Sjöberg, Räsänen, Ylönen, Pöyhönen, Tähtinen, Mustonen,
      Karjalainen`,
    ),
  },
  tr: {
    women: words(
      `Ayşe, Zeynep, Elif, Nurcan, Gülşah, Büşra, Çiğdem, Özlem, Şule, Işıl, Yağmur, Fatma, Emine, Hatice, Merve, Selin,
      Ebru, Pınar, Gökçe, Ülkü, İpek, Nihan`,
    ),
    men: words(
      `Mehmet, Mustafa, Ahmet, Emre, Çağlar, Özgür, Barış, Yiğit, Uğur, İbrahim, İsmail, Ömer, Şükrü, Gökhan, Kağan,
      Oğuz, Hüseyin, Kerem, Cem, Tuğrul, Mehmet Özgür, Ali`,
    ),
    families: words(
      `Yılmaz, Yıldırım, Öztürk, Çelik, Şahin, Aydın, Kılıç, Doğan, Arslan, Güneş, Çetin, Işık, Koç, Özdemir, Kaya,
      Demir, Şimşek, Aktaş, Güler, Bulut, Tekin, Karagöz, Ünal, Özkan, Acar, Taşkın, İnce, Uçar`,
    ),
  },
  hu: {
    women: words(
      `Zsófia, Eszter, Ágnes, Boglárka, Réka, Katalin, Judit, Éva, Lívia, Zsuzsanna, Nóra, Dóra, Ildikó, Orsolya,
      Piroska, Emőke, Tünde, Kinga, Csilla, Anikó`,
    ),
    men: words(
      `László, Gábor, Zoltán, Bálint, András, István, Ákos, Máté, Péter, Sándor, Gergő, Levente, Csaba, Ferenc, Tamás,
      György, Béla, Jenő, Árpád, Dániel`,
    ),
    families: words(
      `Nagy, Kovács, Tóth, Szabó, Horváth, Varga, Kiss, Molnár, Németh, Farkas, Balogh, Papp, Takács, Juhász, Szűcs,
      Fekete, Győri, Bíró, Csonka, Dömötör, Erdős, Fülöp, Hegedűs, Kőszegi, Lőrincz, Pintér, Rácz, Székely, Sárközi,
      Vörös`,
    ),
  },
  ms: {
    women: words(
      `Nurul Aisyah, Siti Aminah, Nor Azizah, Farah, Nadia, Aina Sofea, Zarina, Hidayah, Puteri Balqis, Syazwani,
      Rohana, Khadijah, Nurin, Izzati, Mastura, Wan Nur`,
    ),
    men: words(
      `Muhammad Hafiz, Ahmad Faiz, Azlan, Khairul Anuar, Zulkifli, Iskandar, Mohd Ridzuan, Hakimi, Syafiq, Amirul,
      Rosli, Fadzil, Irfan, Haziq, Shahrul, Che Omar`,
    ),
    families: words(
      `Abdullah, Ismail, Ibrahim, Othman, Hassan, Yusof, Rahman, Salleh, Zainal, Mahmud, Idris, Osman, Kassim, Daud,
      Hamid, Jaafar, Latif, Mansor, Razak, Talib, Ma'arof, Sa'ad`,
    ),
  },
  id: {
    women: words(
      `Sri Wahyuni, Dewi, Ratna, Ayu, Putri, Intan, Wulan, Ni Made Sari, Kartika, Melati, Indah, Rina, Fitri, Lestari,
      Yuliana, Nur'aini`,
    ),
    men: words(
      `Budi, Agus, Bambang, Eko, Dwi, I Wayan, I Ketut, Joko, Rizky, Bayu, Hendra, Dimas, Teguh, Slamet, Arief,
      Jum'at`,
    ),
    families: words(
      `Santoso, Wijaya, Pratama, Nugroho, Setiawan, Hidayat, Kusuma, Saputra, Permata, Utami, Rahayu, Handayani, Wibowo,
      Susanto, Gunawan, Halim, Siregar, Nasution, Simanjuntak, Tambunan`,
    ),
  },
};

const homeLanguages: Readonly<Record<string, NameLanguage>> = {
  FI: 'fi',
  TR: 'tr',
  HU: 'hu',
  MY: 'ms',
  ID: 'id',
  CY: 'tr',
  BN: 'ms',
};

/** Whose names are most frequent in a country; English where the country's own language is not among the six. */
export function homeLanguageOf(country: string): NameLanguage {
  return homeLanguages[country] ?? 'en';
}

/** How much more frequent the home language is than each of the others. */
const homeWeight = 8;

/** The language somebody in this country has their name from. */
export function pickLanguage(random: SeededRandom, country: string): NameLanguage {
  const home = homeLanguageOf(country);
  return random.weighted(nameLanguages, (language) => (language === home ? homeWeight : 1));
}

/**
 * A full name as people of the language write it: Malay names with bin or binti and the father's name, some Indonesian
 * ones of a single word, Hungarian ones with the family name first where that is the custom of the country.
 */
export function inventName(random: SeededRandom, language: NameLanguage, country: string): string {
  const pool = pools[language];
  const isWoman = random.chance(0.55);
  const given = random.pick(isWoman ? pool.women : pool.men);
  const family = random.pick(pool.families);
  if (language === 'ms') return `${given} ${isWoman ? 'binti' : 'bin'} ${family}`;
  if (language === 'id' && random.chance(0.12)) return given;
  if (language === 'hu' && country === 'HU') return `${family} ${given}`;
  return `${given} ${family}`;
}
