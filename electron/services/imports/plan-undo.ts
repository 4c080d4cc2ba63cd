import type { ImportUndo, UndoStay } from '#shared/contract/imports.ts';
import type { ReadDb } from '../../db/connection.ts';
import { customerById } from '../../repositories/customers.ts';
import { changesOfImport, type ImportChange } from '../../repositories/import-changes.ts';
import {
  customersOfImport,
  earningsOfShortWallets,
  type MadeCustomer,
  standingEntriesById,
  standingVisitsOfImport,
} from '../../repositories/import-undo.ts';
import type { ImportRow } from '../../repositories/imports.ts';
import { type LedgerEntry, walletBalances } from '../../repositories/ledger.ts';
import { tagById } from '../../repositories/tags.ts';
import { expiredOfLot } from '../../repositories/wallet-transfers.ts';
import { whyTagStays } from '../tags.ts';
import { fieldText, hashOfFields, importedFields } from './customer-fields.ts';
import { giveWay, rowsPerTurn } from './give-way.ts';

/** What undoing an import would take back now, and what stays for which reason. */
export interface UndoPlan {
  /** Newest first. */
  readonly visitIds: readonly number[];
  readonly customerIds: readonly number[];
  /** Fields, cards, notes and tags of customers who were there before. */
  readonly changes: readonly ImportChange[];
  /** What the import kept of customers it made: goes with them. */
  readonly belongings: readonly ImportChange[];
  /** Tags the import made that nobody else wears and no segment asks about. */
  readonly madeTags: readonly ImportChange[];
  readonly balances: readonly { readonly change: ImportChange; readonly entry: LedgerEntry }[];
  readonly stays: readonly UndoStay[];
}

const namesTold = 3;
/** Of tags, which have short names. */
const tagsTold = 10;

/** What stays, by what it is and why; a few names each. */
class Staying {
  readonly #found = new Map<string, UndoStay>();

  add(what: UndoStay['what'], why: UndoStay['why'], name: string): void {
    const key = `${what} ${why}`;
    const known = this.#found.get(key) ?? { what, why, count: 0, names: [] };
    const most = what === 'tag' ? tagsTold : namesTold;
    const isNew = known.names.length < most && !known.names.includes(name);
    this.#found.set(key, {
      ...known,
      count: known.count + 1,
      names: isNew ? [...known.names, name] : known.names,
    });
  }

  get list(): UndoStay[] {
    return [...this.#found.values()];
  }
}

/** What is no detail of a customer: balances and tags of the shop are looked at by themselves. */
const keptApart = (field: ImportChange['field']): boolean => field === 'entry' || field === 'tagMade';

const walletKey = (entry: LedgerEntry): string => `${entry.wallet_id} ${entry.unit_id}`;

/** Wallets and units that hold less than these entries brought, without what has expired of them. */
async function shortWallets(
  db: ReadDb,
  entries: readonly LedgerEntry[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const brought = new Map<string, { walletId: number; unitId: number; sum: number }>();
  for (const [index, entry] of entries.entries()) {
    const key = walletKey(entry);
    const known = brought.get(key) ?? { walletId: entry.wallet_id, unitId: entry.unit_id, sum: 0 };
    const left = Math.max(0, entry.change - (await expiredOfLot(db, entry.id)));
    brought.set(key, { ...known, sum: known.sum + left });
    if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(signal);
  }
  const short = new Set<string>();
  for (const [index, [key, { walletId, unitId, sum }]] of [...brought].entries()) {
    const held = (await walletBalances(db, walletId)).find((row) => row.unitId === unitId)?.balance ?? 0;
    if (held < sum) short.add(key);
    if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(signal);
  }
  return short;
}

/** Customers of whose imported points something was spent: their visits stay together with what was bought for them. */
async function spenders(db: ReadDb, importId: number, signal: AbortSignal): Promise<ReadonlySet<number>> {
  const entries = await earningsOfShortWallets(db, importId);
  const short = await shortWallets(db, entries, signal);
  return new Set(entries.filter((entry) => short.has(walletKey(entry))).map((entry) => entry.customer_id));
}

class UndoPlanner {
  readonly #db: ReadDb;
  readonly #row: ImportRow;
  readonly #signal: AbortSignal;
  readonly #stays = new Staying();
  /** Customers with a visit of the import that stays. */
  readonly #keeping = new Set<number>();
  readonly #visitIds: number[] = [];
  readonly #customerIds: number[] = [];
  readonly #changes: ImportChange[] = [];
  readonly #balances: { change: ImportChange; entry: LedgerEntry }[] = [];

  constructor(db: ReadDb, row: ImportRow, signal: AbortSignal) {
    this.#db = db;
    this.#row = row;
    this.#signal = signal;
  }

  async plan(): Promise<UndoPlan> {
    await this.#visits();
    const changes = await changesOfImport(this.#db, this.#row.id);
    await this.#openings(changes.filter(({ field }) => field === 'entry'));
    await this.#customers(changes);
    const leaving = new Set(this.#customerIds);
    await this.#details(changes, leaving);
    const belongings = changes.filter(({ field, customer_id: id }) => !keptApart(field) && leaving.has(id));
    return {
      visitIds: this.#visitIds,
      customerIds: this.#customerIds,
      changes: this.#changes,
      belongings,
      madeTags: await this.#tags(changes, [...this.#changes, ...belongings]),
      balances: this.#balances,
      stays: this.#stays.list,
    };
  }

  async #visits(): Promise<void> {
    if (this.#row.kind !== 'visits') return;
    const spent = await spenders(this.#db, this.#row.id, this.#signal);
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const rows = await standingVisitsOfImport(this.#db, this.#row.id, before, rowsPerTurn);
      for (const visit of rows) {
        const why = visit.moved
          ? 'moved'
          : visit.refunded
            ? 'refunded'
            : spent.has(visit.customerId) && 'spent';
        if (why) {
          this.#stays.add('visit', why, visit.name);
          this.#keeping.add(visit.customerId);
        } else this.#visitIds.push(visit.id);
      }
      await giveWay(this.#signal);
      const last = rows.at(-1);
      if (!last) return;
      before = last.id;
    }
  }

  async #openings(changes: readonly ImportChange[]): Promise<void> {
    const standing: { change: ImportChange; entry: LedgerEntry }[] = [];
    for (const [index, change] of changes.entries()) {
      const [entry] = await standingEntriesById(this.#db, [Number(change.after)]);
      if (entry) standing.push({ change, entry });
      if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(this.#signal);
    }
    // Together: those of a household lie in one wallet.
    const short = await shortWallets(
      this.#db,
      standing.map(({ entry }) => entry),
      this.#signal,
    );
    for (const { change, entry } of standing) {
      if (!short.has(walletKey(entry))) this.#balances.push({ change, entry });
      else this.#stays.add('balance', 'spent', await this.#nameOf(change.customer_id));
    }
  }

  async #nameOf(customerId: number): Promise<string> {
    return (await customerById(this.#db, customerId))?.name ?? '';
  }

  async #customers(changes: readonly ImportChange[]): Promise<void> {
    const made = new Map(
      changes.filter(({ field }) => field === 'created').map((change) => [change.customer_id, change.after]),
    );
    let after = 0;
    for (;;) {
      const rows = await customersOfImport(this.#db, this.#row.id, after, rowsPerTurn);
      for (const customer of rows) {
        const why = await this.#whyStays(customer, made.get(customer.id));
        if (why) this.#stays.add('customer', why, customer.name);
        else this.#customerIds.push(customer.id);
      }
      await giveWay(this.#signal);
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  async #whyStays(customer: MadeCustomer, hash: string | undefined): Promise<UndoStay['why'] | null> {
    if (customer.visited || this.#keeping.has(customer.id)) return 'visited';
    if (customer.holds) return 'holds';
    if (customer.consented) return 'consented';
    if (customer.linked) return 'linked';
    const row = hash === undefined ? undefined : await customerById(this.#db, customer.id);
    return row && hashOfFields(row) !== hash ? 'changed' : null;
  }

  /** Tags the import made that are free once the tags it gave are taken off. */
  async #tags(
    changes: readonly ImportChange[],
    taken: readonly ImportChange[],
  ): Promise<readonly ImportChange[]> {
    const free: ImportChange[] = [];
    for (const change of changes.filter(({ field }) => field === 'tagMade')) {
      const tag = await tagById(this.#db, Number(change.after));
      // Removed by hand since.
      if (!tag) continue;
      const takenOff = taken.filter(({ field, after }) => field === 'tag' && after === change.after);
      const why = await whyTagStays(this.#db, tag.id, new Set(takenOff.map((one) => one.customer_id)));
      if (why === null) free.push(change);
      else this.#stays.add('tag', why, tag.name);
      await giveWay(this.#signal);
    }
    return free;
  }

  async #details(changes: readonly ImportChange[], leaving: ReadonlySet<number>): Promise<void> {
    for (const change of changes) {
      const { customer_id: customerId, field } = change;
      if (keptApart(field) || field === 'created' || leaving.has(customerId)) continue;
      const customer = await customerById(this.#db, customerId);
      if (!customer || customer.merged_into_id !== null) {
        this.#stays.add('detail', 'linked', customer?.name ?? '');
        continue;
      }
      // What belongs to a customer of this import who stays, stays with them.
      if (customer.import_id === this.#row.id) continue;
      const own = importedFields.find((one) => one === field);
      if (own && fieldText(customer, own) !== change.after)
        this.#stays.add('detail', 'changed', customer.name);
      else this.#changes.push(change);
    }
    const { kind, keeps_changes: recorded, report } = this.#row;
    const known = (JSON.parse(report) as { readonly matchedCustomers: number }).matchedCustomers;
    if (recorded === 0 && kind === 'customers' && known > 0) this.#stays.add('detail', 'unrecorded', '');
  }
}

/** Looks at what an import wrote and what was built upon it since. Long: gives way to other work. */
export function planUndo(db: ReadDb, row: ImportRow, signal: AbortSignal): Promise<UndoPlan> {
  return new UndoPlanner(db, row, signal).plan();
}

/** A plan as it is told. */
export function undoOf(row: ImportRow, plan: UndoPlan): ImportUndo {
  return {
    importId: row.id,
    kind: row.kind,
    fileName: row.file_name,
    at: row.at,
    undoneAt: row.undone_at,
    takes: {
      visits: plan.visitIds.length,
      customers: plan.customerIds.length,
      details: plan.changes.length,
      balances: plan.balances.length,
      tags: plan.madeTags.length,
    },
    stays: plan.stays.map((stay) => ({ ...stay, names: stay.names.filter((name) => name !== '') })),
  };
}
