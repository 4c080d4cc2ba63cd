import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, detectEncoding, type Encoding, isUtf8 } from '#shared/domain/imports/index.ts';
import { rounds } from '#tests/support/rounds.ts';

const decoderOf = (encoding: Encoding) => new TextDecoder(encoding, { ignoreBOM: true });

/** Encodes into a Windows code page by turning the platform's decoder around. */
function encode(text: string, encoding: 'windows-1252' | 'windows-1254'): Uint8Array {
  const byteOf = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) byteOf.set(decoderOf(encoding).decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (character) => {
    const byte = byteOf.get(character);
    if (byte === undefined) throw new Error(`${character} is not in ${encoding}`);
    return byte;
  });
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('detectEncoding', () => {
  it.each([
    ['Nimi;Käynti\nHämäläinen;3,50\nÅström;12,00\n', 'windows-1252'],
    ['Müşteri;Tutar\nAyşe Yıldırım;45,00\nGökçe Çağlar;80,50\n', 'windows-1254'],
    ['Name,Amount\nİrem Şahin,12\n', 'windows-1254'],
    ['Ürün;Işık\n', 'windows-1254'],
    ['Név;Összeg\nErdös Gyözö;1200\nKovács Éva;900\n', 'windows-1252'],
    ['Nafn;Upphæð\nÞórður Sigurðsson;1200\nGuðrún Jónsdóttir;800\nÓlafur Ægisson;1500\n', 'windows-1252'],
    ['Nom;Prix\nJosé Muñoz;3,50 €\n', 'windows-1252'],
    ['Name;Total\nCafé “Süß” – 5 €\n', 'windows-1252'],
  ] as const)('reads %j as %s', (text, encoding) => {
    const bytes = encode(text, encoding);
    expect(detectEncoding(bytes)).toBe(encoding);
    expect(decodeText(bytes, detectEncoding(bytes), decoderOf)).toBe(text);
    expect(detectEncoding(utf8(text))).toBe('utf-8');
  });

  it('takes plain ASCII and nothing at all as UTF-8', () => {
    expect(detectEncoding(utf8('id,date,amount\n1,2024-01-01,3.50\n'))).toBe('utf-8');
    expect(detectEncoding(new Uint8Array())).toBe('utf-8');
  });

  it('believes a byte order mark and drops it', () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('Ähtäri'));
    expect(detectEncoding(bytes)).toBe('utf-8');
    expect(decodeText(bytes, 'utf-8', decoderOf)).toBe('Ähtäri');
    expect(decodeText(bytes, 'utf-8', (encoding) => new TextDecoder(encoding))).toBe('Ähtäri');
  });

  it('forgives a character cut off at the end, as when only the beginning of a file was read', () => {
    expect(detectEncoding(utf8('kahvi ja pulla à la carte ä').slice(0, -1))).toBe('utf-8');
  });

  it('recognises every UTF-8 text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(detectEncoding(utf8(text))).toBe('utf-8');
        expect(decodeText(utf8(text), 'utf-8', decoderOf)).toBe(
          text.startsWith('\ufeff') ? text.slice(1) : text,
        );
      }),
      { numRuns: rounds(500) },
    );
  });

  it('agrees with the platform on what is UTF-8', () => {
    const anyBytes = fc.array(
      fc.oneof(
        fc.constantFrom(0xc0, 0xc3, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf),
        fc.nat(255),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(anyBytes, (values) => {
        // The final letter keeps a cut-off character from being forgiven.
        const bytes = Uint8Array.of(...values, 0x61);
        const isValid = () => {
          try {
            new TextDecoder('utf-8', { fatal: true }).decode(bytes);
            return true;
          } catch {
            return false;
          }
        };
        expect(isUtf8(bytes)).toBe(isValid());
      }),
      { numRuns: rounds(3000) },
    );
  });
});
