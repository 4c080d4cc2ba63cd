/** Signs of our codes: no I, L, O and U, which are misread or spell words (Crockford's base 32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const badgePrefix = 'STAFF';
const badgeSigns = 15;
const recoverySigns = 20;

const fromBytes = (bytes: Uint8Array, count: number): string => {
  if (bytes.length < count) throw new RangeError('too few random bytes for a code');
  return Array.from(bytes.subarray(0, count), (byte) => signs[byte % signs.length]).join('');
};

/** The code on a staff card, 75 random bits: read by the scanners that read member cards. */
export function badgeCode(random: Uint8Array): string {
  return badgePrefix + fromBytes(random, badgeSigns);
}

/** Whether a scanned code is one of a staff card and not of a customer. */
export function isBadgeCode(code: string): boolean {
  return code.startsWith(badgePrefix) && code.length === badgePrefix.length + badgeSigns;
}

/** The owner's way in when the PIN is forgotten, 100 random bits, in groups for reading and typing. */
export function recoveryCode(random: Uint8Array): string {
  return fromBytes(random, recoverySigns).replace(/(.{4})(?=.)/g, '$1-');
}

/** A recovery code as somebody typed it, without groups and with misread signs put right; null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\-‐‑–]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (plain.length !== recoverySigns || [...plain].some((sign) => !signs.includes(sign))) return null;
  return plain;
}
