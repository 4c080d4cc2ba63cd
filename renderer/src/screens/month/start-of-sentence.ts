/** A text with a capital at its start: some languages write months small, which a heading does not. */
export const startOfSentence = (text: string): string => {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase() + rest.join('');
};
