/**
 * Signs of a voucher code: digits and capital letters without 0, O, 1, I and L, which people mistake for one another.
 * There are 31 of them, a prime, which the check sign needs.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const base = alphabet.length;
const payloadLength = 7;

const highestTill = 99;
/** Random part: three signs. */
const randomParts = base ** 3;
/** Counted part: four signs for the counter and the till. */
const countedParts = base ** 4;
const tills = highestTill + 1;
const counters = Math.floor(countedParts / tills);

/** Signs that are not in a code, and what they can only have been meant for. */
const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'QDCG',
  O: 'QDCG',
  '1': '7TJ',
  I: '7TJ',
  L: '7TJ',
};

const signValue = (sign: string): number => alphabet.indexOf(sign);

/** `count` signs of a number, the highest first. */
function signsOf(value: number, count: number): string {
  let signs = '';
  for (let left = value, index = 0; index < count; index += 1) {
    signs = `${alphabet[left % base]}${signs}`;
    left = Math.floor(left / base);
  }
  return signs;
}

/**
 * The check sign: the payload's values weighted 2 to 8 and the check sign's weighted 1 sum up to a multiple of 31 (the
 * scheme of ISBN-10, a weighted sum over a prime). A single wrong sign changes the sum by weight x difference and a swap
 * by the difference of two weights x the difference of two signs; no such product is a multiple of 31, because all
 * weights differ and are below 31. So every single wrong sign and every swap of two, neighbours or not, is caught.
 */
function checkSum(code: string): number {
  return [...code].reduce((sum, sign, index) => sum + (code.length - index) * signValue(sign), 0) % base;
}

function withCheckSign(payload: string): string {
  const open = checkSum(`${payload}${alphabet[0]}`);
  return `${payload}${alphabet[(base - open) % base]}`;
}

/**
 * The code of a new voucher: 8 signs = 3 from chance, 4 from the till and its counter, 1 check sign. Two tills never make
 * the same counted part; a till's counter comes round after 9,235 vouchers, and then the three random signs and the unique
 * column of codes keep them apart (the caller tries again with other bytes). Who knows a counter still guesses one code
 * in 29,791.
 * @param till 0 to 99
 * @param counter vouchers this till has issued before
 * @param random at least 4 random bytes
 * @throws RangeError outside those
 */
export function issueVoucherCode(till: number, counter: number, random: Uint8Array): string {
  if (!Number.isInteger(till) || till < 0 || till > highestTill) {
    throw new RangeError(`Not a till number for a voucher: ${till}`);
  }
  if (!Number.isSafeInteger(counter) || counter < 0)
    throw new RangeError(`Not a voucher counter: ${counter}`);
  const [a, b, c, d] = random;
  if (a === undefined || b === undefined || c === undefined || d === undefined) {
    throw new RangeError('A voucher code needs four random bytes');
  }
  const chance = (((a * 256 + b) * 256 + c) * 256 + d) % randomParts;
  const counted = (counter % counters) * tills + till;
  return withCheckSign(`${signsOf(chance, 3)}${signsOf(counted, 4)}`);
}

/** Whether a text is a voucher code as it is stored: eight signs of the alphabet with the right check sign. */
export function isVoucherCode(code: string): boolean {
  return (
    code.length === payloadLength + 1 &&
    [...code].every((sign) => signValue(sign) >= 0) &&
    checkSum(code) === 0
  );
}

/** The one code that a text with a single impossible sign can have meant; null when several or none fit. */
function repaired(text: string): string | null {
  const places = [...text].flatMap((sign, index) => (signValue(sign) < 0 ? [index] : []));
  const [place] = places;
  if (place === undefined || places.length > 1) return null;
  const candidates = [...(lookAlikes[text[place] ?? ''] ?? '')]
    .map((sign) => `${text.slice(0, place)}${sign}${text.slice(place + 1)}`)
    .filter(isVoucherCode);
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/**
 * A typed or scanned code as it is stored and compared: spaces, hyphens and case do not count, and one 0, O, 1, I or L,
 * which no code contains, is read as the look-alike that makes the check sign right. Null when that is no voucher code.
 */
export function normaliseVoucherCode(raw: string): string | null {
  // ı and İ are what a Turkish keyboard writes for I.
  const text = raw
    .replace(/[\s\-‐‑–—_.]/g, '')
    .replace(/[ıİ]/g, 'I')
    .toUpperCase();
  if (isVoucherCode(text)) return text;
  return text.length === payloadLength + 1 ? repaired(text) : null;
}

/** A code in two groups of four for printing and reading aloud: "7K4M-2QXD". */
export function displayVoucherCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
