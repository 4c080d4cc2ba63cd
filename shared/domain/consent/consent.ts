/** Ways to turn to somebody who is not in the shop. */
export const contactChannels = ['call', 'text', 'email', 'post'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/**
 * What people are asked to agree to. `contact` is the one question that is spoken and answers for every channel; a channel
 * may be answered by itself afterwards.
 */
export const consentPurposes = ['membership', 'profiling', 'contact', ...contactChannels] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Where somebody is asked; each has its own words. */
export const consentPlaces = ['till', 'form', 'profile'] as const;
export type ConsentPlace = (typeof consentPlaces)[number];

/**
 * Version of the words in which people are asked; raised when they change. The words of every version stay in the texts
 * (`privacy.wordings`), because a yes is to what was asked then.
 */
export const consentTextVersion = 1;

export interface ConsentAnswer {
  readonly id: number;
  readonly purpose: ConsentPurpose;
  readonly granted: boolean;
  readonly at: number;
}

/** Whose answers decide about a purpose: of a channel also those for all channels. */
export function decidingPurposes(purpose: ConsentPurpose): readonly ConsentPurpose[] {
  const isChannel = contactChannels.some((channel) => channel === purpose);
  return isChannel ? ['contact', purpose] : [purpose];
}

/** The answer in force for a purpose: the newest of those that decide about it; undefined = never asked. */
export function answerInForce<A extends ConsentAnswer>(
  answers: readonly A[],
  purpose: ConsentPurpose,
): A | undefined {
  const deciding = decidingPurposes(purpose);
  let newest: A | undefined;
  for (const answer of answers) {
    if (!deciding.includes(answer.purpose)) continue;
    if (!newest || answer.at > newest.at || (answer.at === newest.at && answer.id > newest.id))
      newest = answer;
  }
  return newest;
}

/** Channels somebody agreed to. Whoever was never asked agreed to none. */
export function agreedChannels(answers: readonly ConsentAnswer[]): ReadonlySet<ContactChannel> {
  return new Set(contactChannels.filter((channel) => answerInForce(answers, channel)?.granted === true));
}

/** Channels that can be used: agreed to, and with the number or address they need. A letter is handed over or has its own. */
export function usableChannels(
  answers: readonly ConsentAnswer[],
  reach: { readonly phone: string | null; readonly email: string | null },
): ReadonlySet<ContactChannel> {
  const needs = { call: reach.phone, text: reach.phone, email: reach.email, post: '' };
  return new Set([...agreedChannels(answers)].filter((channel) => needs[channel] !== null));
}

/**
 * Whether somebody's visits may be used for estimates about them alone: a risk, an expected day, a value. Their own rhythm
 * is what a membership is for, and its spoken question says that visits are kept; so it holds until they object, to
 * profiling or to the membership as a whole. Who is never asked has not objected.
 */
export function mayProfile(answers: readonly ConsentAnswer[]): boolean {
  const own = answerInForce(answers, 'profiling');
  return (own ?? answerInForce(answers, 'membership'))?.granted !== false;
}
