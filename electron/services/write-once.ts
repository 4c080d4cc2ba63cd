import { createHash } from 'node:crypto';
import type { WriteTx } from '../db/connection.ts';
import { findRequest, insertRequest } from '../repositories/requests.ts';
import { type AuditFacts, appendAudit } from './audit/append-audit.ts';
import { failure } from './failure.ts';
import type { ShopContext } from './shop-context.ts';

/** The input of a write: its request and what is asked for. */
export interface Asked {
  readonly requestId: string;
}

/** What a write made or changed, with what the log says about it. */
export interface Written {
  readonly id: number;
  readonly facts: AuditFacts;
}

/** Whom an entry of the log is about, and the reason that was given. */
function aboutWhom(call: string, subjectId: number, asked: object, facts: AuditFacts) {
  const { customerId, keepId, reason } = asked as Readonly<Record<string, unknown>>;
  const named = [customerId, keepId].find((id) => typeof id === 'number');
  const isOfCustomer = call.startsWith('customers.') && call !== 'customers.addNote';
  return {
    customerId: typeof named === 'number' ? named : isOfCustomer ? subjectId : null,
    subjectId: subjectId === 0 ? null : subjectId,
    facts: typeof reason === 'string' ? { ...facts, reason } : facts,
  };
}

/** Only a hash is kept: what was asked may be personal, and what became of it stands elsewhere. */
function hashOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/**
 * Does a write the first time its request comes; the same request again does nothing, so that a late repetition
 * neither issues a second card nor undoes a newer change.
 * @param call what is asked for, e.g. `customers.giveCard`
 * @param write answers with the id of what it made or changed; 0 for the shop itself
 * @returns that id, also when it was done earlier
 * @throws Failure RequestIdReused when the request was something else
 */
export async function writeOnce(
  tx: WriteTx,
  ctx: ShopContext,
  call: string,
  { requestId, ...asked }: Asked,
  write: () => Promise<number | Written>,
): Promise<number> {
  const content = hashOf(asked);
  const earlier = await findRequest(tx, requestId);
  if (earlier) {
    if (earlier.call !== call || earlier.content !== content) throw failure('RequestIdReused');
    return earlier.subject_id;
  }
  const written = await write();
  const { id: subjectId, facts } = typeof written === 'number' ? { id: written, facts: {} } : written;
  const at = ctx.clock.now();
  await insertRequest(tx, { request_id: requestId, call, content, subject_id: subjectId, at });
  await appendAudit(tx, ctx, { call, outcome: 'done', ...aboutWhom(call, subjectId, asked, facts) });
  return subjectId;
}
