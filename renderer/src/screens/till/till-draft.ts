import * as z from 'zod/mini';
import { largestAmount } from '#shared/domain/money/largest-amount.ts';
import { type Entry, isEmptyEntry } from './entry.ts';
import {
  type BasePanel,
  baseOf,
  emptySearch,
  idle,
  type NewCustomerForm,
  type Panel,
} from './till-panels.ts';
import { initialTill, type TillRules, type TillState } from './till-state.ts';
import type { Write } from './till-write.ts';

/** Where and under what a parked check-in is kept. */
const storageKey = 'regulars.till-draft';
const version = 2;

// The small build of zod: the whole one would be a seventh of all that a start of the till loads.
const id = z.int().check(z.positive());
const amount = z.int().check(z.minimum(0), z.maximum(largestAmount));
const person = z.object({ customerId: id, name: z.string() });
const answer = z.nullable(z.enum(['yes', 'no']));

const panel = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('chosen'), person, note: z.nullable(z.string()) }),
  z.object({ kind: z.literal('walkIn') }),
  z.object({
    kind: z.literal('newCustomer'),
    form: z.object({
      name: z.string(),
      phone: z.string(),
      birthday: z.string(),
      membership: answer,
      contact: answer,
      referredBy: z.nullable(person),
      cardCode: z.nullable(z.string()),
    }),
  }),
]);

const line = z.object({
  itemId: id,
  name: z.string(),
  unitPrice: amount,
  quantity: z.int().check(z.minimum(1)),
});
const taken = { broughtItem: z.boolean(), inTyped: z.boolean() };
const reward = z.object({
  rewardId: id,
  name: z.string(),
  kind: z.enum(['freeItem', 'percentOff', 'amountOff', 'addOn', 'experience', 'thanks']),
  unitId: id,
  price: z.int(),
  itemId: z.nullable(id),
  percent: z.nullable(z.int()),
  amountOff: z.nullable(amount),
  partial: z.boolean(),
  balance: z.int(),
  spent: z.nullable(z.int()),
  ...taken,
});
const benefit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), itemId: id }),
  z.object({ kind: z.literal('amountOff'), amount }),
  z.object({ kind: z.literal('percentOff'), percent: z.int() }),
  z.object({ kind: z.literal('thing') }),
]);
const voucher = z.object({ code: z.string(), name: z.string(), benefit, ...taken });
const entry = z.object({
  typed: z.nullable(amount),
  lines: z.array(line),
  rewards: z.array(reward),
  vouchers: z.array(voucher),
  held: z.array(z.object({ itemId: id, price: amount })),
  parkedId: z.nullable(id),
});

/** The input of an unanswered check-in is only sent again and compared, so its shape is checked by the call. */
const attempt = z.object({
  requestId: z.string().check(z.minLength(8), z.maxLength(64)),
  input: z.record(z.string(), z.unknown()),
});

const draft = z.object({
  version: z.literal(version),
  /** Whose till and which business day: a draft of another shop or an earlier day is not taken up. */
  shop: z.string(),
  day: z.string(),
  panel,
  entry,
  attempt: z.nullable(attempt),
});

type Draft = z.infer<typeof draft>;

/** The shop and its business day, to tell a draft of today from a stale one. */
export interface DraftOwner {
  readonly shop: string;
  readonly day: string;
}

const savedPanel = (current: Panel): Draft['panel'] => {
  const base = current.kind === 'chosen' ? current : baseOf(current);
  switch (base.kind) {
    case 'chosen':
      return { kind: 'chosen', person: base.person, note: base.note };
    case 'newCustomer': {
      const { referrer: _, ...form } = base.form;
      return { kind: 'newCustomer', form };
    }
    case 'walkIn':
      return base;
    default:
      return { kind: 'idle' };
  }
};

const savedEntry = ({ lines, rewards, vouchers, held, ...rest }: Entry): Draft['entry'] => ({
  ...rest,
  lines: [...lines],
  rewards: [...rewards],
  vouchers: [...vouchers],
  held: [...held],
});

const attemptOf = (write: Write | null): Draft['attempt'] =>
  write?.intent.kind === 'checkIn' ? { requestId: write.requestId, input: write.intent.input } : null;

/** The parked check-in as text; null when there is nothing to keep. */
export const writeDraft = (state: TillState, owner: DraftOwner): string | null => {
  const kept = savedPanel(state.panel);
  if (kept.kind === 'idle' && isEmptyEntry(state.entry)) return null;
  const saved: Draft = {
    version,
    ...owner,
    panel: kept,
    entry: savedEntry(state.entry),
    attempt: attemptOf(state.write),
  };
  return JSON.stringify(saved);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const restoredPanel = (saved: Draft['panel']): Panel => {
  switch (saved.kind) {
    case 'chosen':
      return { ...saved, rush: false } satisfies BasePanel;
    case 'newCustomer':
      return {
        kind: 'newCustomer',
        form: { ...saved.form, referrer: emptySearch } satisfies NewCustomerForm,
      };
    case 'walkIn':
      return saved;
    case 'idle':
      return idle;
  }
};

const restoredWrite = (saved: Draft['attempt']): Write | null =>
  saved === null
    ? null
    : {
        requestId: saved.requestId,
        intent: { kind: 'checkIn', input: { customerId: null, amount: null, ...saved.input } },
        status: 'interrupted',
        failure: null,
      };

/** The till with a parked check-in taken up again; as it opens when the text is not a draft of this shop and day. */
export const readDraft = (text: string | null, owner: DraftOwner, rules: TillRules): TillState => {
  const fresh = initialTill(rules);
  const result = draft.safeParse(text === null ? null : parsed(text));
  if (!result.success || result.data.shop !== owner.shop || result.data.day !== owner.day) return fresh;
  const { data } = result;
  return {
    ...fresh,
    panel: restoredPanel(data.panel),
    entry: data.entry,
    write: restoredWrite(data.attempt),
  };
};

/** Keeps the parked check-in in `storage`; a full or forbidden storage costs only the draft. */
export const storeDraft = (storage: Storage, state: TillState, owner: DraftOwner): void => {
  const text = writeDraft(state, owner);
  try {
    if (text === null) storage.removeItem(storageKey);
    else storage.setItem(storageKey, text);
  } catch {
    // Nothing to do: the check-in itself does not depend on it.
  }
};

/** Takes up what {@link storeDraft} kept. */
export const loadDraft = (storage: Storage, owner: DraftOwner, rules: TillRules): TillState =>
  readDraft(storage.getItem(storageKey), owner, rules);
