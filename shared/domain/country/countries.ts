/** A country a shop can be in, with what follows from it until the owner says otherwise. */
export interface Country {
  /** ISO 3166-1 alpha-2 code; also the region with which phone numbers are read. */
  readonly code: string;
  /** ISO 4217 code of the currency in use. */
  readonly currency: string;
  /** IANA time zones, the one with most people first. */
  readonly timeZones: readonly string[];
}

const country = (code: string, currency: string, ...timeZones: readonly string[]): Country => ({
  code,
  currency,
  timeZones,
});

/** The countries offered at first run: those whose currency is in the table of currencies. */
export const countries: readonly Country[] = [
  country('AE', 'AED', 'Asia/Dubai'),
  country('AT', 'EUR', 'Europe/Vienna'),
  country(
    'AU',
    'AUD',
    'Australia/Sydney',
    'Australia/Melbourne',
    'Australia/Brisbane',
    'Australia/Perth',
    'Australia/Adelaide',
    'Australia/Hobart',
    'Australia/Darwin',
  ),
  country('BE', 'EUR', 'Europe/Brussels'),
  country('BG', 'EUR', 'Europe/Sofia'),
  country('BN', 'BND', 'Asia/Brunei'),
  country(
    'BR',
    'BRL',
    'America/Sao_Paulo',
    'America/Bahia',
    'America/Fortaleza',
    'America/Recife',
    'America/Belem',
    'America/Manaus',
  ),
  country(
    'CA',
    'CAD',
    'America/Toronto',
    'America/Vancouver',
    'America/Edmonton',
    'America/Winnipeg',
    'America/Halifax',
    'America/Regina',
    'America/St_Johns',
  ),
  country('CH', 'CHF', 'Europe/Zurich'),
  country('CY', 'EUR', 'Asia/Nicosia'),
  country('CZ', 'CZK', 'Europe/Prague'),
  country('DE', 'EUR', 'Europe/Berlin'),
  country('DK', 'DKK', 'Europe/Copenhagen'),
  country('EE', 'EUR', 'Europe/Tallinn'),
  country('ES', 'EUR', 'Europe/Madrid', 'Atlantic/Canary'),
  country('FI', 'EUR', 'Europe/Helsinki'),
  country('FR', 'EUR', 'Europe/Paris'),
  country('GB', 'GBP', 'Europe/London'),
  country('GR', 'EUR', 'Europe/Athens'),
  country('HK', 'HKD', 'Asia/Hong_Kong'),
  country('HR', 'EUR', 'Europe/Zagreb'),
  country('HU', 'HUF', 'Europe/Budapest'),
  country('ID', 'IDR', 'Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Pontianak'),
  country('IE', 'EUR', 'Europe/Dublin'),
  country('IN', 'INR', 'Asia/Kolkata', 'Asia/Calcutta'),
  country('IS', 'ISK', 'Atlantic/Reykjavik'),
  country('IT', 'EUR', 'Europe/Rome'),
  country('JP', 'JPY', 'Asia/Tokyo'),
  country('KR', 'KRW', 'Asia/Seoul'),
  country('LT', 'EUR', 'Europe/Vilnius'),
  country('LU', 'EUR', 'Europe/Luxembourg'),
  country('LV', 'EUR', 'Europe/Riga'),
  country('MT', 'EUR', 'Europe/Malta'),
  country('MX', 'MXN', 'America/Mexico_City', 'America/Monterrey', 'America/Tijuana', 'America/Cancun'),
  country('MY', 'MYR', 'Asia/Kuala_Lumpur', 'Asia/Kuching'),
  country('NL', 'EUR', 'Europe/Amsterdam'),
  country('NO', 'NOK', 'Europe/Oslo'),
  country('NZ', 'NZD', 'Pacific/Auckland'),
  country('PH', 'PHP', 'Asia/Manila'),
  country('PL', 'PLN', 'Europe/Warsaw'),
  country('PT', 'EUR', 'Europe/Lisbon', 'Atlantic/Azores', 'Atlantic/Madeira'),
  country('RO', 'RON', 'Europe/Bucharest'),
  country('RS', 'RSD', 'Europe/Belgrade'),
  country('SE', 'SEK', 'Europe/Stockholm'),
  country('SG', 'SGD', 'Asia/Singapore'),
  country('SI', 'EUR', 'Europe/Ljubljana'),
  country('SK', 'EUR', 'Europe/Bratislava'),
  country('TH', 'THB', 'Asia/Bangkok'),
  country('TR', 'TRY', 'Europe/Istanbul'),
  country('UA', 'UAH', 'Europe/Kyiv', 'Europe/Kiev'),
  country(
    'US',
    'USD',
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Phoenix',
    'America/Anchorage',
    'Pacific/Honolulu',
    'America/Detroit',
  ),
  country('ZA', 'ZAR', 'Africa/Johannesburg'),
];

/** The country with this code; null when it is not offered. */
export function countryOf(code: string): Country | null {
  return countries.find((each) => each.code === code) ?? null;
}

/**
 * Where a computer probably stands: by its time zone, else by the region of its languages
 * (`fi-FI`, `en-GB`), else null.
 */
export function guessCountry(timeZone: string, languageTags: readonly string[]): Country | null {
  const byZone = countries.find((each) => each.timeZones.includes(timeZone));
  if (byZone !== undefined) return byZone;
  for (const tag of languageTags) {
    const byRegion = countryOf(tag.split('-').at(-1) ?? '');
    if (byRegion !== null) return byRegion;
  }
  return null;
}
