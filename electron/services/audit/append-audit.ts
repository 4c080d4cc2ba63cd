import { randomBytes } from 'node:crypto';
import { entryHash, factsHash, noHash } from '../../db/audit-hash.ts';
import type { WriteTx } from '../../db/connection.ts';
import {
  insertAuditEntry,
  insertAuditFacts,
  lastAuditEntry,
  nextEntryNumber,
} from '../../repositories/audit.ts';
import { currentStaff, present, type ShopContext, type ShopFacts } from '../shop-context.ts';

/** What an entry says beyond who and when: personal or not, it stands beside the chain and can be forgotten. */
export interface AuditFacts {
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

export interface Happened {
  readonly call: string;
  readonly outcome: 'done' | 'refused';
  readonly customerId: number | null;
  readonly subjectId: number | null;
  readonly facts: AuditFacts;
  /** The program did it, and nobody who works here. */
  readonly isByItself?: boolean;
  /** Who did it, where it is not whoever makes the call: null = nobody was signed in. */
  readonly by?: number | null;
}

/** Something that was done, with what there is to tell about it. */
export const done = (call: string, about: Partial<Omit<Happened, 'call' | 'outcome'>> = {}): Happened => ({
  ...{ call, outcome: 'done', customerId: null, subjectId: null, facts: {} },
  ...about,
});

function whoDid({ isByItself, by }: Happened, shop: ShopFacts): number | null {
  if (isByItself === true) return null;
  return by === undefined ? currentStaff(shop).id : by;
}

/** Adds an entry to the log, in the transaction of what it is about. Before the shop is set up there is nobody to name. */
export async function appendAudit(tx: WriteTx, ctx: ShopContext, happened: Happened): Promise<void> {
  const { facts: shop } = ctx;
  if (!shop) return;
  const { at, day } = present(ctx);
  const previous = await lastAuditEntry(tx);
  const number = await nextEntryNumber(tx, previous?.number ?? 0);
  const facts = Object.keys(happened.facts).length > 0 ? JSON.stringify(happened.facts) : null;
  const salt = randomBytes(16).toString('base64url');
  const row = {
    number,
    at,
    business_day: day,
    staff_id: whoDid(happened, shop),
    approved_by: shop.actor?.approvedBy ?? null,
    call: happened.call,
    outcome: happened.outcome,
    customer_id: happened.customerId,
    subject_id: happened.subjectId,
    facts_hash: facts === null ? null : factsHash(salt, facts),
    previous_hash: previous?.hash ?? noHash,
  };
  await insertAuditEntry(tx, { ...row, hash: entryHash(row) });
  if (facts !== null) await insertAuditFacts(tx, number, salt, facts);
}

/** The fields of two states that are not the same. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): AuditFacts {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
  if (names.length === 0) return {};
  const pick = (from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}
