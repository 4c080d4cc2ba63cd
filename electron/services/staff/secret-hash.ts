import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What a PIN or a recovery code is compared with; both texts in base64url. */
export interface SecretHash {
  readonly salt: string;
  readonly hash: string;
}

/** 32 MiB and about a tenth of a second for each guess, in a thread of its own (scrypt, RFC 7914). */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const hashBytes = 32;

function derive(secret: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, Buffer.from(salt, 'base64url'), hashBytes, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Makes what is kept of a secret: a salt of its own and the hash. */
export async function hashSecret(secret: string): Promise<SecretHash> {
  const salt = randomBytes(16).toString('base64url');
  return { salt, hash: (await derive(secret, salt)).toString('base64url') };
}

/** Stands in for somebody who has no PIN, or who does not exist, so that both take as long as a wrong PIN. */
const nobody: SecretHash = {
  salt: randomBytes(16).toString('base64url'),
  hash: randomBytes(hashBytes).toString('base64url'),
};

/** Whether a secret is the one that was hashed. Takes as long without a hash as with one. */
export async function isSecret(secret: string, kept: SecretHash | null): Promise<boolean> {
  const { salt, hash } = kept ?? nobody;
  const same = timingSafeEqual(await derive(secret, salt), Buffer.from(hash, 'base64url'));
  return same && kept !== null;
}

/** What is kept of a staff card. Its 75 random bits cannot be guessed from a plain hash, so it can be looked up. */
export function hashBadge(code: string): string {
  return createHash('sha256').update(`regulars staff card ${code}`).digest('base64url');
}
