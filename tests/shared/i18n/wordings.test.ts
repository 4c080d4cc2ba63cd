import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { consentTextVersion } from '#shared/domain/consent/consent.ts';
import { resources } from '#shared/i18n/resources.ts';

const hashOf = (words: unknown) =>
  createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);

/** Of every version that was in use, in each language. A new version gets a new line; none is ever changed. */
const inUse = { v1: { en: '0d3f1515c2736e99', fi: '0d64b814a223a7ea' } };

describe('the words in which people are asked', () => {
  for (const language of ['en', 'fi'] as const) {
    const { privacy, till, customers } = resources[language];
    it(`are those that the till, the form and the profile say (${language})`, () => {
      expect(Object.keys(privacy.wordings).at(-1)).toBe(`v${consentTextVersion}`);
      const { v1: newest } = privacy.wordings;
      expect(newest.till).toEqual({
        membership: till.newCustomer.askMembership,
        contact: till.newCustomer.askContact,
      });
      expect(newest.form).toEqual({
        membership: customers.form.askMembership,
        contact: customers.form.askContact,
      });
      const { membership, profiling, contact, call, text, email, post } = customers.permissions;
      expect(newest.profile).toEqual({ membership, profiling, contact, call, text, email, post });
    });

    it(`stay as they were asked, version for version (${language})`, () => {
      const hashes = Object.entries(privacy.wordings).map(([version, words]) => [version, hashOf(words)]);
      expect(hashes).toEqual(Object.entries(inUse).map(([version, hash]) => [version, hash[language]]));
    });
  }
});
