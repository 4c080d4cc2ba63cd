import { createHash, randomUUID } from 'node:crypto';
import { askMs, grantMs } from '#shared/domain/staff/approval-times.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';

/** The open file tells one shop from another; every view of a shop has the same. */
interface OnFile {
  readonly work: UnitOfWork;
}

/** More than anybody has open at a time. */
const mostAsks = 20;

/** Wrong tries of one screen within a minute, whoever they were for; a shift that changes makes fewer. */
const mostWrong = 20;
const wrongMs = 60_000;

/** One call with exactly this content. */
interface Asked {
  readonly call: string;
  readonly content: string;
  readonly at: number;
}

/** Files are not part of a hash, so a call that carries one is never approved in place. */
function contentOf(call: string, input: unknown): string {
  const text = JSON.stringify(input, (_name, value: unknown) => {
    if (value instanceof Blob) throw new TypeError('a file cannot be approved in place');
    return value;
  });
  return createHash('sha256').update(`${call}\n${text}`).digest('base64url');
}

/**
 * What one connection of a screen is allowed to: who signed in on it, and which single calls somebody higher allowed. Kept
 * in memory alone, so that a restart, a reload of the desktop window and another shop in its place begin locked.
 */
export class StaffSession {
  #signedIn: { readonly file: UnitOfWork; readonly staffId: number } | null = null;
  readonly #asks = new Map<string, Asked>();
  readonly #grants = new Map<string, { readonly approver: number; readonly until: number }>();

  #wrong: readonly number[] = [];

  /** Seconds until this screen may try a PIN, a code or a staff card again; 0 = now. */
  secondsToWait(now: number): number {
    this.#wrong = this.#wrong.filter((at) => Math.abs(now - at) < wrongMs);
    const [first] = this.#wrong;
    if (first === undefined || this.#wrong.length < mostWrong) return 0;
    return Math.max(1, Math.ceil((Math.min(first, now) + wrongMs - now) / 1000));
  }

  /** Counts a try that proved nothing. */
  countWrong(now: number): void {
    this.#wrong = [...this.#wrong, now].slice(-mostWrong);
  }

  /** Who is signed in on this shop; null while locked. */
  staffId({ work }: OnFile): number | null {
    return this.#signedIn?.file === work ? this.#signedIn.staffId : null;
  }

  signIn({ work }: OnFile, staffId: number): void {
    this.lock();
    this.#signedIn = { file: work, staffId };
  }

  /** Nobody is signed in any more; what was allowed to whoever was is forgotten. */
  lock(): void {
    this.#signedIn = null;
    this.#asks.clear();
    this.#grants.clear();
  }

  /** Remembers a call that needs approval. @returns the id by which it is approved */
  ask(call: string, input: unknown, now: number): string {
    const askId = randomUUID();
    const [oldest] = this.#asks.keys();
    if (this.#asks.size >= mostAsks && oldest !== undefined) this.#asks.delete(oldest);
    this.#asks.set(askId, { call, content: contentOf(call, input), at: now });
    return askId;
  }

  /** The call that waits for approval under this id; null when it waits no longer. */
  asked(askId: string, now: number): string | null {
    const asked = this.#asks.get(askId);
    return asked && Math.abs(now - asked.at) <= askMs ? asked.call : null;
  }

  /** Allows the call that waits under this id, once and soon. */
  grant(askId: string, approver: number, now: number): void {
    const asked = this.#asks.get(askId);
    if (!asked) return;
    this.#asks.delete(askId);
    this.#grants.set(asked.content, { approver, until: now + grantMs });
  }

  /** Uses up the approval of exactly this call. @returns who gave it, or null */
  takeGrant(call: string, input: unknown, now: number): number | null {
    if (this.#grants.size === 0) return null;
    const content = contentOf(call, input);
    const grant = this.#grants.get(content);
    this.#grants.delete(content);
    return grant && now <= grant.until ? grant.approver : null;
  }
}
