import { largestAmount } from '#shared/domain/money/largest-amount.ts';
import { isEmptyEntry } from './entry.ts';
import {
  anyOf,
  anything,
  fields,
  flag,
  listOf,
  oneOf,
  orNull,
  type ShapeOf,
  text,
  whole,
} from './saved-shape.ts';
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
const trainingKey = 'regulars.training.till-draft';
const version = 2;

const id = whole(1);
const amount = whole(0, largestAmount);
const person = fields({ customerId: id, name: text });
const answer = orNull(oneOf('yes', 'no'));

const panel = anyOf(
  fields({ kind: oneOf('idle') }),
  fields({ kind: oneOf('chosen'), person, note: orNull(text) }),
  fields({ kind: oneOf('walkIn') }),
  fields({
    kind: oneOf('newCustomer'),
    form: fields({
      name: text,
      phone: text,
      birthday: text,
      membership: answer,
      contact: answer,
      referredBy: orNull(person),
      cardCode: orNull(text),
    }),
  }),
);

const line = fields({ itemId: id, name: text, unitPrice: amount, quantity: whole(1) });
const taken = { broughtItem: flag, inTyped: flag };
const reward = fields({
  rewardId: id,
  name: text,
  kind: oneOf('freeItem', 'percentOff', 'amountOff', 'addOn', 'experience', 'thanks'),
  unitId: id,
  price: whole(),
  itemId: orNull(id),
  percent: orNull(whole()),
  amountOff: orNull(amount),
  partial: flag,
  balance: whole(),
  spent: orNull(whole()),
  ...taken,
});
const benefit = anyOf(
  fields({ kind: oneOf('item'), itemId: id }),
  fields({ kind: oneOf('amountOff'), amount }),
  fields({ kind: oneOf('percentOff'), percent: whole() }),
  fields({ kind: oneOf('thing') }),
);
const voucher = fields({ code: text, name: text, benefit, ...taken });
const entry = fields({
  typed: orNull(amount),
  lines: listOf(line),
  rewards: listOf(reward),
  vouchers: listOf(voucher),
  held: listOf(fields({ itemId: id, price: amount })),
  parkedId: orNull(id),
});

/** The input of an unanswered check-in is only sent again and compared, so its shape is checked by the call. */
const attempt = fields({ requestId: text, input: anything });

const draft = fields({
  version: oneOf(version),
  /** Whose till and which business day: a draft of another shop or an earlier day is not taken up. */
  shop: text,
  day: text,
  panel,
  entry,
  attempt: orNull(attempt),
});

type Draft = ShapeOf<typeof draft>;

/** The shop and its business day, to tell a draft of today from a stale one. */
export interface DraftOwner {
  readonly shop: string;
  readonly day: string;
  /** Whether it is of the training, whose draft is kept beside that of the shop. */
  readonly training?: boolean;
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

const attemptOf = (write: Write | null): Draft['attempt'] =>
  write?.intent.kind === 'checkIn' ? { requestId: write.requestId, input: write.intent.input } : null;

/** The parked check-in as text; null when there is nothing to keep. */
export const writeDraft = (state: TillState, owner: DraftOwner): string | null => {
  const kept = savedPanel(state.panel);
  if (kept.kind === 'idle' && isEmptyEntry(state.entry)) return null;
  const saved: Draft = {
    version,
    shop: owner.shop,
    day: owner.day,
    panel: kept,
    entry: state.entry,
    attempt: attemptOf(state.write),
  };
  return JSON.stringify(saved);
};

const parsed = (kept: string): unknown => {
  try {
    return JSON.parse(kept);
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
export const readDraft = (kept: string | null, owner: DraftOwner, rules: TillRules): TillState => {
  const fresh = initialTill(rules);
  const saved = kept === null ? null : parsed(kept);
  if (!draft(saved) || saved.shop !== owner.shop || saved.day !== owner.day) return fresh;
  return {
    ...fresh,
    panel: restoredPanel(saved.panel),
    entry: saved.entry,
    write: restoredWrite(saved.attempt),
  };
};

const keyOf = ({ training = false }: DraftOwner): string => (training ? trainingKey : storageKey);

/** Keeps the parked check-in in `storage`; a full or forbidden storage costs only the draft. */
export const storeDraft = (storage: Storage, state: TillState, owner: DraftOwner): void => {
  const kept = writeDraft(state, owner);
  try {
    if (kept === null) storage.removeItem(keyOf(owner));
    else storage.setItem(keyOf(owner), kept);
  } catch {
    // Nothing to do: the check-in itself does not depend on it.
  }
};

/** Takes up what {@link storeDraft} kept. */
export const loadDraft = (storage: Storage, owner: DraftOwner, rules: TillRules): TillState =>
  readDraft(storage.getItem(keyOf(owner)), owner, rules);

/** Lets go of the parked check-in: after a restore its customer may be another, or nobody. */
export const forgetDraft = (storage: Storage): void => storage.removeItem(storageKey);
