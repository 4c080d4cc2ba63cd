import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { countries } from '#shared/domain/country/countries.ts';
import { fictionalPhone } from '#shared/domain/demo/phones.ts';
import { normalisePhone } from '#shared/domain/phone/phone.ts';

/** Countries that keep numbers for films and books; elsewhere the numbering plan must not know the number. */
const reserved = new Set(['AU', 'CA', 'FR', 'GB', 'IE', 'SE', 'US']);
const wanted = 480;

describe.each(countries.map(({ code }) => code))('made-up phones in %s', (code) => {
  const phones = Array.from({ length: wanted }, (_, index) => fictionalPhone(code, index));

  it('are enough, each another one, and the till takes them as they are', () => {
    expect(new Set(phones).size).toBe(wanted);
    for (const phone of phones) expect(phone && normalisePhone(phone, code)).toBe(phone);
  });

  it('are nobody’s', () => {
    if (reserved.has(code)) return;
    const real = phones.filter((phone) => phone && parsePhoneNumberFromString(phone)?.isValid());
    expect(real).toEqual([]);
  });
});

describe('fictionalPhone', () => {
  it('has none where it knows no safe numbers, and none left at the end', () => {
    expect(fictionalPhone('AQ', 0)).toBeNull();
    expect(fictionalPhone('GB', 999)).not.toBeNull();
    expect(fictionalPhone('GB', 1000)).toBeNull();
  });

  it('uses the numbers kept for fiction', () => {
    expect(fictionalPhone('GB', 0)).toMatch(/^\+447700900\d{3}$/);
    expect(fictionalPhone('US', 0)).toMatch(/^\+1\d{3}55501\d{2}$/);
    expect(fictionalPhone('FR', 0)).toMatch(/^\+3363998\d{4}$/);
  });
});
