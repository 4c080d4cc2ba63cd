/** The encodings shops' exports arrive in. */
export const encodings = ['utf-8', 'windows-1252', 'windows-1254'] as const;

export type Encoding = (typeof encodings)[number];

/** What is needed of the platform's TextDecoder, which browsers and Node share. */
export type TextDecoderOf = (encoding: Encoding) => { decode(bytes: Uint8Array): string };

const utf8Mark = [0xef, 0xbb, 0xbf] as const;

/**
 * Guesses the encoding of a text file. Valid UTF-8 is UTF-8 (text in another encoding is practically never valid by
 * accident). Otherwise it is one of two Windows code pages that differ in six letters: where 1252 has the Icelandic
 * Ð Ý Þ ð ý þ, 1254 has the Turkish Ğ İ Ş ğ ı ş. Turkish needs these in almost every sentence, whereas Icelandic text is
 * given away by letters Turkish does not have (á é í ó ú æ ö beside þ ð).
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (startsWithUtf8Mark(bytes) || isUtf8(bytes)) return 'utf-8';
  let shared = 0;
  let foreignToTurkish = 0;
  for (const byte of bytes) {
    if (turkishOrIcelandic.has(byte)) shared += 1;
    else if (notTurkish.has(byte)) foreignToTurkish += 1;
  }
  return shared > foreignToTurkish ? 'windows-1254' : 'windows-1252';
}

/** Ð/Ğ, Ý/İ, Þ/Ş, ð/ğ, ý/ı, þ/ş. */
const turkishOrIcelandic: ReadonlySet<number> = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe]);

/** À Á Ã Å Æ È É Ì Í Ñ Ò Ó Õ Ø Ù Ú and their small letters, ä and Ä: letters of Turkish's neighbours, not of Turkish. */
const notTurkish: ReadonlySet<number> = new Set(
  [
    0xc0, 0xc1, 0xc3, 0xc4, 0xc5, 0xc6, 0xc8, 0xc9, 0xcc, 0xcd, 0xd1, 0xd2, 0xd3, 0xd5, 0xd8, 0xd9, 0xda,
  ].flatMap((capital) => [capital, capital + 0x20]),
);

/**
 * Decodes a text file and drops a byte order mark. Bytes that the encoding does not have become U+FFFD. The decoder is
 * handed in (`(encoding) => new TextDecoder(encoding)`), because it belongs to the platform.
 */
export function decodeText(bytes: Uint8Array, encoding: Encoding, decoderOf: TextDecoderOf): string {
  const text = decoderOf(encoding).decode(bytes);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function startsWithUtf8Mark(bytes: Uint8Array): boolean {
  return utf8Mark.every((byte, index) => bytes[index] === byte);
}

/** Whether the bytes are well-formed UTF-8 (RFC 3629); a character cut off at the very end is forgiven. */
export function isUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLengthAt(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** Length of the well-formed sequence that starts there, 0 for an ill-formed one. */
function sequenceLengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return length;
    const lowest = index > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const highest = index > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < lowest || byte > highest) return 0;
  }
  return length;
}
