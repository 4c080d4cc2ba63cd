import type { FollowUpBecause } from '#shared/contract/follow-ups.ts';
import type { CustomerCard } from '#shared/contract/till.ts';
import { type BusinessDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import type { FollowUpReason } from '#shared/domain/follow-ups/reasons.ts';
import { spokenName, type WordFacts } from '#shared/domain/playbooks/fill-words.ts';
import { localeOf } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';
import type { ReadDb } from '../db/connection.ts';
import { listOfDay } from '../repositories/follow-up-lists.ts';
import { promisesTo } from '../repositories/follow-ups.ts';
import { becauseViews } from './follow-up-because.ts';
import { countWords } from './playbook-presets.ts';
import { currentStaff, type ShopFacts } from './shop-context.ts';

const dayMs = 24 * 3600 * 1000;

/** A language tag as Intl knows it; British English, as everywhere in the product. */
const localeFor = (language: string): string => (language === 'en' ? localeOf('en') : language);

/** "28 October" */
const dayWords = (day: BusinessDay, language: string): string =>
  new Intl.DateTimeFormat(localeFor(language), { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    day * dayMs,
  );

/** "31 days" */
const daysWords = (days: number, language: string): string =>
  new Intl.NumberFormat(localeFor(language), { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(
    days,
  );

/** Why somebody is turned to, with its names and figures; null where there is nothing of the kind any more. */
export async function becauseOfPerson(
  db: ReadDb,
  facts: ShopFacts,
  about: { readonly customerId: number; readonly reason: FollowUpReason; readonly day: BusinessDay },
): Promise<FollowUpBecause | null> {
  const { customerId, reason, day } = about;
  const row = (await listOfDay(db, day)).find((one) => one.customerId === customerId);
  let because = row?.because.kind === reason ? row.because : null;
  if (reason === 'promise' && !because) {
    const [promise] = await promisesTo(db, customerId);
    because = promise ? { kind: 'promise', promiseId: promise.promiseId, dueDay: promise.dueDay } : null;
  }
  if (!because) return null;
  return (await becauseViews(db, facts, [because], day))[0] ?? null;
}

const dayOr = (text: string, language: string): string => {
  const day = parseDay(text);
  return day === null ? '' : dayWords(day, language);
};

/** Points and stamps by their count, a voucher by its name. */
function thingWords(because: Extract<FollowUpBecause, { kind: 'expiring' }>, language: string): string {
  const { what, name, amount } = because;
  return what === 'voucher' ? name : countWords(language, what, amount);
}

function factsOfReason(because: FollowUpBecause | null, language: string): WordFacts {
  switch (because?.kind) {
    case 'promise':
      // What was noted ends where the sentence it stands in ends.
      return { promise: because.text.replace(/[.!\s]+$/, '') };
    case 'afterItem':
      return { item: because.itemName };
    case 'expiring':
      return { thing: thingWords(because, language), day: dayOr(because.day, language) };
    case 'birthday':
      return { day: dayOr(because.day, language) };
    case 'milestone':
      return { count: countWords(language, because.of, because.count) };
    case 'referral':
      return { friend: spokenName(because.friendName) ?? '' };
    default:
      return {};
  }
}

/** Whoever speaks; nobody is called "Owner", which is only what a new shop calls them. */
function speaker(facts: ShopFacts): string {
  const { name } = currentStaff(facts);
  return Object.values(resources).some(({ presets }) => presets.owner === name) ? '' : name;
}

/** Everything words may say of a person but the gift, as it is said in a language. */
export function factsOfPerson(
  facts: ShopFacts,
  about: {
    readonly card: Pick<CustomerCard, 'name' | 'usual' | 'lastVisit' | 'rewards'>;
    readonly because: FollowUpBecause | null;
    readonly day: BusinessDay;
    readonly language: string;
  },
): WordFacts {
  const { card, because, day, language } = about;
  const last = card.lastVisit && parseDay(card.lastVisit.day);
  const away = last === null ? 0 : day - last;
  const list = new Intl.ListFormat(localeFor(language), { type: 'conjunction' });
  return {
    name: spokenName(card.name) ?? '',
    shop: facts.shop.name,
    me: speaker(facts),
    usual: card.usual ? list.format(card.usual.lines.map((line) => line.name)) : '',
    away: away > 1 ? daysWords(away, language) : '',
    reward: card.rewards.find((reward) => reward.ready)?.name ?? '',
    ...factsOfReason(because, language),
  };
}
