import type { WordsForPerson } from '#shared/contract/playbooks.ts';

export type Way = WordsForPerson['ways'][number];

/** The words that go with a way: spoken, written, or said face to face. */
export const wordsOfWay = (words: WordsForPerson, channel: Way['channel']): string => {
  if (channel === 'call') return words.call;
  return channel === 'inPerson' ? words.here : words.write;
};

/** What is above the words of a way. */
export const headingOfWay = (channel: Way['channel']): 'say' | 'write' | 'here' => {
  if (channel === 'call') return 'say';
  return channel === 'inPerson' ? 'here' : 'write';
};
