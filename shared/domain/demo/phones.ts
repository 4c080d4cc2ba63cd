/**
 * Telephone numbers nobody has, by country; `#` stands for any digit. Where the country keeps numbers for films and
 * books, those: 555-01xx in North America (NANPA), 07700 900xxx (Ofcom), 5550 xxxx (ACMA), 020 91x xxxx (ComReg),
 * 06 39 98 xx xx (ARCEP), some hundred numbers (PTS). Elsewhere a block of a possible length that the country's numbering
 * plan does not hand out; a test holds every block against the full tables of libphonenumber.
 */
const blocks: Readonly<Record<string, readonly string[]>> = {
  AE: ['+97151000####'],
  AT: ['+4360000####'],
  AU: ['+6125550####'],
  BE: ['+3240000####'],
  BG: ['+3594000####'],
  BN: ['+673100####'],
  BR: ['+551100000####'],
  CA: ['416', '604', '514', '403', '613', '902'].map((area) => `+1${area}55501##`),
  CH: ['+4170000####'],
  CY: ['+3579011####'],
  CZ: ['+42060000####'],
  DE: ['+491530000####'],
  DK: ['+453400####'],
  EE: ['+3721000####'],
  ES: ['+3410000####'],
  FI: ['+35849000####'],
  FR: ['+3363998####'],
  GB: ['+447700900###'],
  GR: ['+30600000####'],
  HK: ['+8525000####'],
  HR: ['+38590000####'],
  HU: ['+3622000####'],
  ID: ['+6284000####'],
  IE: ['+3532091#####'],
  IN: ['+91100000####'],
  IS: ['+354610####'],
  IT: ['+39300000####'],
  JP: ['+81900000####'],
  KR: ['+82130000####'],
  LT: ['+3701000####'],
  LU: ['+35262000####'],
  LV: ['+3711000####'],
  MT: ['+3569690####'],
  MX: ['+52210000####'],
  MY: ['+6010000####'],
  NL: ['+3160000####'],
  NO: ['+474200####'],
  NZ: ['+6423000####'],
  PH: ['+63900000####'],
  PL: ['+4810000####'],
  PT: ['+35190000####'],
  RO: ['+4071400####'],
  RS: ['+38110000####'],
  SE: [
    '+468465004##',
    '+463139006##',
    '+464062804##',
    '+469803192##',
    ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((ten) => `+467017406${ten}#`),
  ],
  SG: ['+658000####'],
  SI: ['+3863900####'],
  SK: ['+42191300####'],
  TH: ['+6610000####'],
  TR: ['+90520000####'],
  UA: ['+38058000####'],
  US: ['202', '212', '305', '312', '404', '415', '503', '617'].map((area) => `+1${area}55501##`),
  ZA: ['+2719000####'],
};

const sizeOf = (block: string): number => 10 ** block.split('#').length / 10;

/** Shares no factor with a power of ten, so its multiples meet every number of a block once. */
const stride = 7_919;

/**
 * The `index`-th made-up number of a country in E.164, each index another one; null when the country has none (left).
 */
export function fictionalPhone(country: string, index: number): string | null {
  let left = index;
  for (const block of blocks[country] ?? []) {
    const size = sizeOf(block);
    if (left < size) {
      const digits = String((left * stride + 123) % size).padStart(block.split('#').length - 1, '0');
      return block.slice(0, block.indexOf('#')) + digits;
    }
    left -= size;
  }
  return null;
}
