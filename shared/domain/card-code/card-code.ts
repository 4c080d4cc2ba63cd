import { dammOf } from './damm.ts';

/** First two digits of every card printed here: the range that barcode systems leave to shops for their own use. */
const ownPrefix = '29';
const highestTill = 99;
const counterDigits = 7;
const highestCounter = 10 ** counterDigits - 1;
const ownCode = /^29\d{10}$/;
const anyCode = /^[0-9A-Z]{4,32}$/;

/**
 * The code of a new member card: 12 digits = "29", the till (2 digits), a counter of that till (7 digits), a Damm check
 * digit. Different tills never issue the same code. Throws a RangeError outside till 0..99 and counter 0..9,999,999.
 */
export function issueCardCode(till: number, counter: number): string {
  if (!isWithin(till, highestTill)) throw new RangeError(`Not a till number for a card: ${till}`);
  if (!isWithin(counter, highestCounter)) throw new RangeError(`Not a card counter: ${counter}`);
  const payload = `${ownPrefix}${String(till).padStart(2, '0')}${String(counter).padStart(counterDigits, '0')}`;
  return `${payload}${dammOf(payload)}`;
}

function isWithin(value: number, highest: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= highest;
}

/** Whether a normalised code is one of ours: its shape and its check digit. Foreign plastic cards are not. */
export function isOwnCardCode(code: string): boolean {
  return ownCode.test(code) && hasValidCheckDigit(code);
}

/** Whether a text of at least two decimal digits ends in the Damm check digit of the others. */
export function hasValidCheckDigit(code: string): boolean {
  return /^\d{2,}$/.test(code) && dammOf(code) === 0;
}

/**
 * A card code as it is stored and compared: spaces and hyphens dropped, upper case; null unless 4 to 32 letters A-Z and
 * digits remain. Foreign plastic cards keep whatever code they carry.
 */
export function normaliseCardCode(raw: string): string | null {
  const compact = raw.replace(/[\s\-‐‑–]/g, '');
  // ı is what a Turkish keyboard writes for the letter I; any other letter beyond A-Z is not part of a code.
  if (!/^[0-9A-Za-zı]*$/.test(compact)) return null;
  const code = compact.toUpperCase();
  return anyCode.test(code) ? code : null;
}

/** A code in groups of four for reading aloud: "2901 0000 0425". */
export function displayCardCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
