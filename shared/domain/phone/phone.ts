import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/**
 * A typed or imported phone number in E.164 ("+358401234567"); null when it cannot be a phone number. Numbers without a
 * country prefix are read as numbers of the shop's country (ISO 3166 code, "FI").
 *
 * Only the length is judged, not whether the number block is in use: the tables age, and a till must not refuse a
 * number that was handed out last month.
 */
export function normalisePhone(raw: string, country: string): string | null {
  const options = { ...countryOption(country), extract: false };
  const number = parsePhoneNumberFromString(raw.trim(), options);
  if (!number?.isPossible()) return null;
  // Junk such as +49000000 loses another zero each time it is read; a number that is stored must stay as it is.
  return parsePhoneNumberFromString(number.number)?.number === number.number ? number.number : null;
}

/**
 * How a number in E.164 is shown in a shop: nationally when it has the shop's country prefix ("040 1234567"), else
 * internationally ("+90 532 123 45 67"). What is not a phone number is shown as it is.
 */
export function displayPhone(e164: string, shopCountry: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return e164;
  const country = countryOption(shopCountry).defaultCountry;
  const isDomestic = country !== undefined && getCountryCallingCode(country) === number.countryCallingCode;
  return isDomestic ? number.formatNational() : number.formatInternational();
}

/** The digits of a text in reverse: an index over them turns "the last digits" into a prefix. */
export function reverseDigits(text: string): string {
  return [...text.replace(/\D/g, '')].reverse().join('');
}

/**
 * Reversed digits to look for when somebody types (part of) a number: as typed, and without the prefixes that E.164 does
 * not have (00 before a country, 0 before an area), so that "040 123 4567" finds +358401234567.
 */
export function phoneTails(typed: string): readonly string[] {
  const digits = typed.replace(/\D/g, '');
  const bare = digits.replace(/^0+/, '');
  const tails = bare === digits || bare.length < shortestNumberWithPrefix ? [digits] : [digits, bare];
  return tails.filter((tail) => tail !== '').map(reverseDigits);
}

/** With fewer digits a leading zero is part of the tail somebody remembers, not a prefix. */
const shortestNumberWithPrefix = 5;

function countryOption(country: string): { defaultCountry?: CountryCode } {
  return isSupportedCountry(country) ? { defaultCountry: country } : {};
}
