import type { FollowUpBecause } from '#shared/contract/follow-ups.ts';
import type { Playbook, WordsForPerson } from '#shared/contract/playbooks.ts';
import type { CustomerCard } from '#shared/contract/till.ts';
import { addDays, type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import { followsPlaybook } from '#shared/domain/campaigns/follows-playbook.ts';
import type { FollowUpReason } from '#shared/domain/follow-ups/reasons.ts';
import { displayPhone } from '#shared/domain/phone/phone.ts';
import { fillWords, type WordFacts } from '#shared/domain/playbooks/fill-words.ts';
import { languageOfWords, offersGift, waysInOrder } from '#shared/domain/playbooks/playbook.ts';
import { readyAddress } from '#shared/domain/playbooks/ready-address.ts';
import { type PlaybookSituation, type Standing, situationOf } from '#shared/domain/playbooks/situations.ts';
import type { ReadDb } from '../db/connection.ts';
import { campaignPeople } from '../repositories/campaigns.ts';
import { allowedChannels } from '../repositories/consents.ts';
import { type CustomerRow, keptCustomer } from '../repositories/customers.ts';
import { listOfDay } from '../repositories/follow-up-lists.ts';
import { leftAlone } from '../repositories/follow-ups.ts';
import { someoneToTry, standingOf, voucherGivenSince } from '../repositories/playbooks.ts';
import { customerCard } from './customer-card.ts';
import { failure } from './failure.ts';
import { listOfToday } from './follow-up-list.ts';
import { becauseOfPerson, factsOfPerson } from './playbook-facts.ts';
import { playbookFor } from './playbooks.ts';
import { customersLanguage, present, type ShopContext, type ShopFacts, shopFacts } from './shop-context.ts';
import { writeVoucher } from './vouchers.ts';
import { writeOnce } from './write-once.ts';

export interface About {
  readonly customerId: number;
  readonly reason: FollowUpReason | null;
}

/** A gift of the last weeks is the one that is spoken about; an older one was for something else. */
const giftMemoryDays = 14;

/** Everything that words for one person are made of. */
interface Matter {
  readonly facts: ShopFacts;
  readonly day: BusinessDay;
  readonly row: CustomerRow;
  readonly playbook: Playbook;
  readonly card: CustomerCard;
  readonly because: FollowUpBecause | null;
}

/** @throws Failure NotFound */
async function matterOf(ctx: ShopContext, { customerId, reason }: About, db: ReadDb): Promise<Matter> {
  const facts = shopFacts(ctx);
  const { day } = present(ctx);
  const row = await keptCustomer(db, customerId);
  if (!row) throw failure('NotFound', { what: 'customer', id: customerId });
  const situation = situationOf(reason, await standingOf(db, row.id));
  return {
    facts,
    day,
    row,
    playbook: await withCampaign(db, await playbookFor(ctx, situation, db), {
      customerId: row.id,
      reason,
      day,
    }),
    card: await customerCard(ctx, row.id),
    because: reason && (await becauseOfPerson(db, facts, { customerId: row.id, reason, day })),
  };
}

/** A campaign brings its own words, and gave its own gift when it was started; where it has neither, the playbook says. */
async function withCampaign(
  db: ReadDb,
  playbook: Playbook,
  { customerId, reason, day }: About & { readonly day: BusinessDay },
): Promise<Playbook> {
  if (reason !== 'campaign') return playbook;
  const turn = (await campaignPeople(db, day)).find((one) => one.customerId === customerId);
  if (!turn) return playbook;
  const { channel, tone, words } = turn;
  const channels = [channel, ...playbook.channels.filter((one) => one !== channel)];
  // Without anything of its own it tries out the playbook as it is.
  if (followsPlaybook(turn)) return { ...playbook, tone, channels };
  const saying = (text: string) => ({ call: text, write: text, here: text });
  const ownWords = Object.entries(words).map(([language, text]) => {
    const known = playbook.words[language];
    return known && text.trim() !== '' ? [language, { ...known, ...saying(text) }] : [language, known];
  });
  return {
    ...playbook,
    versionId: null,
    gift: null,
    tone,
    channels,
    words: { ...playbook.words, ...Object.fromEntries(ownWords.filter(([, known]) => known !== undefined)) },
  };
}

/** Ways that are allowed: those of the playbook in its order, then what else was agreed to. */
async function waysTo(
  db: ReadDb,
  { row, playbook, facts }: Matter,
  message: { readonly subject: string; readonly body: string },
): Promise<WordsForPerson['ways']> {
  const isAlone = (await leftAlone(db, [row.id])).has(row.id);
  const allowed = (await allowedChannels(db, [row.id])).get(row.id);
  const { phone, email } = row;
  const shown = {
    ...{ call: phone && displayPhone(phone, facts.shop.country), email, post: null, inPerson: null },
    text: phone && displayPhone(phone, facts.shop.country),
  };
  return waysInOrder(playbook.channels)
    .filter((channel) => channel === 'inPerson' || (!isAlone && allowed?.has(channel) === true))
    .map((channel) => ({
      channel,
      shown: shown[channel] ?? '',
      address: readyAddress(channel, { phone, email }, message),
    }));
}

const capitalised = (name: string, language: string): string => {
  const [first = ''] = name;
  return first.toLocaleUpperCase(language) + name.slice(first.length);
};

/** What may be given along, in the language of the words. */
async function giftOf(
  db: ReadDb,
  { playbook, row, day }: Matter,
  language: string,
): Promise<WordsForPerson['gift']> {
  const { gift } = playbook;
  const name = playbook.words[language]?.gift ?? '';
  if (gift === null || !offersGift(playbook) || name === '') return null;
  const given = await voucherGivenSince(db, {
    customerId: row.id,
    kind: gift.kind,
    since: addDays(day, -giftMemoryDays),
    day,
  });
  return {
    name,
    cost: gift.cost,
    lastDay: formatDay(given?.expiresDay ?? addDays(day, gift.days - 1)),
    given: given ? { voucherId: given.voucherId, code: given.code } : null,
  };
}

async function wordsOf(db: ReadDb, matter: Matter): Promise<WordsForPerson> {
  const { facts, row, playbook, card, because, day } = matter;
  const language = languageOfWords(playbook, { customer: row.language, shop: customersLanguage(facts) });
  const written = playbook.words[language];
  if (!written) throw new Error(`a playbook without words: ${playbook.situation}`);
  const gift = await giftOf(db, matter, language);
  const known: WordFacts = {
    ...factsOfPerson(facts, { card, because, day, language }),
    // Words promise only what was given.
    gift: gift?.given ? gift.name : '',
  };
  const said = (template: string) => fillWords(template, known) || fillWords(`{shop}`, known);
  const write = said(written.write);
  const subject = said(written.subject);
  const spoken = row.language?.split('-')[0]?.toLowerCase() ?? null;
  return {
    customerId: row.id,
    name: row.name,
    situation: playbook.situation,
    playbookId: playbook.versionId,
    tone: playbook.tone,
    language,
    wanted: spoken !== null && spoken !== language ? spoken : null,
    call: said(written.call),
    write,
    subject,
    here: said(written.here),
    ways: await waysTo(db, matter, { subject, body: write }),
    usual: known.usual || null,
    gift,
  };
}

/**
 * What to say to one person, filled in, and the addresses that open it on a phone. Without a reason it goes by how it
 * stands with them.
 * @throws Failure NotFound
 */
export async function playbookWordsFor(
  ctx: ShopContext,
  about: About,
  db: ReadDb = ctx.work.read,
): Promise<WordsForPerson> {
  return wordsOf(db, await matterOf(ctx, about, db));
}

/** The words for everybody on today's list who is still to be turned to, in its order. */
export async function wordsOfToday(ctx: ShopContext) {
  const { day, entries } = await listOfToday(ctx);
  const people = [];
  for (const { customerId, because, outcome, cameToday } of entries) {
    const reason = because.kind;
    if (outcome !== null || (cameToday && reason !== 'promise')) continue;
    people.push({ ...(await playbookWordsFor(ctx, { customerId, reason })), reason });
  }
  return { day, people };
}

/**
 * Gives somebody the gift of their playbook as a voucher. Whoever was given it in the last weeks keeps that one.
 * @throws Failure NotFound, InvalidValue (the playbook gives nothing), BudgetExceeded, ApprovalNeeded, RequestIdReused
 */
export function giveTreat(
  ctx: ShopContext,
  input: About & { readonly requestId: string },
): Promise<WordsForPerson> {
  return ctx.work.write(async (tx) => {
    const matter = await matterOf(ctx, input, tx);
    await writeOnce(tx, ctx, 'playbooks.give', input, async () => {
      const { playbook, row, day } = matter;
      const language = languageOfWords(playbook, {
        customer: row.language,
        shop: customersLanguage(matter.facts),
      });
      const gift = await giftOf(tx, matter, language);
      if (!gift || !playbook.gift) throw failure('InvalidValue', { field: 'gift' });
      if (gift.given) return gift.given.voucherId;
      const { kind, benefit, cost, days } = playbook.gift;
      return writeVoucher(tx, ctx, {
        ...{ customerId: row.id, kind, benefit, cost },
        name: capitalised(gift.name, language),
        expiresDay: formatDay(addDays(day, days - 1)),
      });
    });
    return wordsOf(tx, matter);
  });
}

const standings: Readonly<Partial<Record<PlaybookSituation, Standing>>> = {
  atRiskHigh: 'atRisk',
  atRiskLow: 'atRisk',
  silentVip: 'atRisk',
  slippingHigh: 'slipping',
  slippingLow: 'slipping',
};

/**
 * What can be said of a person of the shop in a language, to try words on: the person asked for, else somebody whom it is
 * about today, else somebody with that standing or many visits.
 * @returns null where the shop has nobody yet
 * @throws Failure NotFound
 */
export async function exampleOf(
  ctx: ShopContext,
  input: {
    readonly situation: PlaybookSituation;
    readonly customerId: number | null;
    readonly language: string;
  },
) {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const { day } = present(ctx);
  const { situation, language } = input;
  const reason = followUpReasonOf(situation);
  const listed = (await listOfDay(db, day)).find((one) => one.because.kind === reason);
  const customerId =
    input.customerId ?? listed?.customerId ?? (await someoneToTry(db, standings[situation] ?? 'onTrack'));
  if (customerId === null) return null;
  const card = await customerCard(ctx, customerId);
  const because = reason && (await becauseOfPerson(db, facts, { customerId: card.customerId, reason, day }));
  return {
    customerId: card.customerId,
    name: card.name,
    facts: factsOfPerson(facts, { card, because, day, language }),
  };
}

/** The reason a situation comes from; null for being on track. */
function followUpReasonOf(situation: PlaybookSituation): FollowUpReason | null {
  switch (situation) {
    case 'atRiskHigh':
    case 'atRiskLow':
      return 'atRisk';
    case 'slippingHigh':
    case 'slippingLow':
      return 'slipping';
    case 'onTrackHigh':
    case 'onTrackLow':
      return null;
    default:
      return situation;
  }
}
