/** 64 secret bits of an experiment, as two 32-bit numbers. */
export type HashKey = readonly [number, number];

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** The state of HalfSipHash: four 32-bit words. */
type Words = [number, number, number, number];

function mix(words: Words, times: number): void {
  let [a, b, c, d] = words;
  for (let round = 0; round < times; round += 1) {
    a = (a + b) | 0;
    b = rotate(b, 5) ^ a;
    a = rotate(a, 16);
    c = (c + d) | 0;
    d = rotate(d, 8) ^ c;
    a = (a + d) | 0;
    d = rotate(d, 7) ^ a;
    c = (c + b) | 0;
    b = rotate(b, 13) ^ c;
    c = rotate(c, 16);
  }
  words[0] = a;
  words[1] = b;
  words[2] = c;
  words[3] = d;
}

/**
 * HalfSipHash-2-4 with 64 bits out (Aumasson and Bernstein 2012, with the parameters their authors give for 32-bit
 * words): without the key nobody can tell which customers will fall into which group.
 * @returns the low and the high half, each 0..2^32-1
 */
export function keyedHash(key: HashKey, bytes: Uint8Array): readonly [number, number] {
  const [low, high] = key;
  const words: Words = [low, high ^ 0xee, 0x6c796765 ^ low, 0x74656462 ^ high];
  const absorb = (word: number) => {
    words[3] ^= word;
    mix(words, 2);
    words[0] ^= word;
  };
  const at = (index: number) => bytes[index] ?? 0;
  const whole = bytes.length - (bytes.length % 4);
  for (let i = 0; i < whole; i += 4) {
    absorb(at(i) | (at(i + 1) << 8) | (at(i + 2) << 16) | (at(i + 3) << 24));
  }
  absorb((bytes.length << 24) | at(whole) | (at(whole + 1) << 8) | (at(whole + 2) << 16));
  words[2] ^= 0xee;
  mix(words, 4);
  const first = (words[1] ^ words[3]) >>> 0;
  words[1] ^= 0xdd;
  mix(words, 4);
  return [first, (words[1] ^ words[3]) >>> 0];
}
