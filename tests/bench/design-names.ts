import { inventName, pickLanguage } from '#shared/domain/demo/names.ts';
import type { SeededRandom } from '#shared/domain/demo/seeded-random.ts';

const parts = (text: string): readonly string[] => text.split(' ');

/** Beginnings and ends of family names by language: together some thousands of different words, as a big shop has. */
const families: readonly { readonly starts: readonly string[]; readonly ends: readonly string[] }[] = [
  {
    starts: parts(
      'Ala Hauta Hieta Honka Jokela Joki Kallio Karja Kivi Koivu Kortes Koski Kuusi Laaja Lahti Lampi Lehti Lepp Mänty Myllä Niemi Nurmi Ojan Pelto Perä Pihla Raja Ranta Rauta Ruoho Saari Salo Suomi Syrjä Tuomi Törmä Uusi Vaara Vesi Ylä Äijä Öysti',
    ),
    ends: parts(
      'nen la lä mäki joki niemi salo kangas ranta vaara koski lahti maa saari oja puro aho rinne talo pää',
    ),
  },
  {
    starts: parts(
      'Ak Altın Arı Bay Boz Büyük Çakır Çınar Dağ Demir Deniz Er Gök Güçlü Gül Gün Işık Kara Kaya Kır Kızıl Koca Kurt Öz Sarı Soy Şen Taş Toprak Tuna Uğur Uz Ünlü Yağ Yeşil Yıldız',
    ),
    ends: parts('oğlu türk kaya dağ taş er soy gül han ay tekin bey ışık su kan ok bulut şen gün lü'),
  },
  {
    starts: parts(
      'Alma Bán Bara Bereg Bod Csík Deák Dom Erdé Fehér Föld Gál Hajdú Hor Kapos Kecske Kelem Kis Kör Lak Magyar Mező Nyír Ör Pál Rozs Sár Som Szent Szil Tar Tisza Új Vár Vas Zalá',
    ),
    ends: parts(
      'i ai házi falvi szegi váry hegyi kúti esi ósi völgyi halmi földi ényi őczi vári parti kői révi lyai',
    ),
  },
  {
    starts: parts(
      'Ash Bar Beck Black Brad Brook Bur Cald Car Clay Cran Dal East Ed Fair Farn Glen Hal Hart Haw Hol Ken Lang Led Mar Mil Nor Old Pres Rad Red Stan Sut Thorn Wal West Whit Wil Win Wood',
    ),
    ends: parts(
      'ton ford ley wood ham field well worth bury by shaw croft dale stead combe more ridge brook burn gate',
    ),
  },
];

/**
 * A name for a shop of any size: half are the frequent ones of the demo shop, half carry a rarer family name, so that
 * 50,000 customers have some thousands of different words.
 */
export function designName(random: SeededRandom): string {
  const name = inventName(random, pickLanguage(random, 'FI'), 'FI');
  if (random.chance(0.5)) return name;
  const given = name.split(' ')[0] ?? name;
  const { starts, ends } = random.pick(families);
  const end = random.chance(0.7) ? random.pick(ends) : random.pick(starts).toLocaleLowerCase('fi');
  const family = `${random.pick(starts)}${end}`;
  return random.chance(0.06) ? `${given} ${family}-${name.split(' ').at(-1)}` : `${given} ${family}`;
}
