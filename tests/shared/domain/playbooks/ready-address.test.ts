import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readyAddress } from '#shared/domain/playbooks/ready-address.ts';
import { rounds } from '#tests/support/rounds.ts';

const reach = { phone: '+358401234567', email: 'aino+kahvi@example.com' };
const message = { subject: 'Hei & huomenta', body: 'Hei Aino!\n50 % & enemmän? #1' };

describe('an address that opens a phone', () => {
  it('calls, writes a text message and an e-mail', () => {
    expect(readyAddress('call', reach, message)).toBe('tel:+358401234567');
    expect(readyAddress('text', reach, message)).toBe(
      'sms:+358401234567?body=Hei%20Aino%21%0D%0A50%20%25%20%26%20enemm%C3%A4n%3F%20%231',
    );
    expect(readyAddress('email', reach, message)).toBe(
      'mailto:aino%2Bkahvi@example.com?subject=Hei%20%26%20huomenta&body=Hei%20Aino%21%0D%0A50%20%25%20%26%20enemm%C3%A4n%3F%20%231',
    );
  });

  it('is missing without the number or address it needs, for letters and in person', () => {
    expect(readyAddress('call', { phone: null, email: null }, message)).toBeNull();
    expect(readyAddress('text', { phone: '040 123', email: null }, message)).toBeNull();
    expect(readyAddress('email', { phone: null, email: 'nobody' }, message)).toBeNull();
    expect(readyAddress('post', reach, message)).toBeNull();
    expect(readyAddress('inPerson', reach, message)).toBeNull();
  });

  it('gives the words back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (subject, body) => {
        const sms = readyAddress('text', reach, { subject, body }) ?? '';
        const mail = readyAddress('email', reach, { subject, body }) ?? '';
        // An address is ASCII without blanks: nothing in the words can end it early or begin another field.
        expect(sms + mail).toMatch(/^[\x21-\x7e]*$/);
        const lines = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd').replace(/\r?\n/g, '\r\n');
        expect(decodeURIComponent(sms.slice(sms.indexOf('=') + 1))).toBe(lines(body));
        const [, read = ''] = mail.split('?subject=');
        expect(read.split('&body=').map(decodeURIComponent)).toEqual([lines(subject), lines(body)]);
      }),
      { numRuns: rounds(500) },
    );
  });
});
