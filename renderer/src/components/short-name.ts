/**
 * A name that tells whoever knows the person who is meant, and others little: the first name and the letter the last one
 * begins with ("Aino V."). A name of one word stays.
 */
export const shortName = (name: string): string => {
  const words = name.trim().split(/\s+/u);
  const first = words[0] ?? '';
  const letter = words.length > 1 ? words.at(-1)?.match(/\p{L}/u)?.[0] : undefined;
  return letter === undefined ? first : `${first} ${letter.toUpperCase()}.`;
};
