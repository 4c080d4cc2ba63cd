import { reverseDigits } from '#shared/domain/phone/phone.ts';
import { nearIdenticalNames } from '#shared/domain/search/near-identical-names.ts';
import { tagKey } from '#shared/domain/tags/tag.ts';
import type { ReadDb } from '../../db/connection.ts';
import {
  type CustomerRow,
  customerById,
  customerOfRequest,
  customersWithPhone,
  findCard,
  keptCustomer,
  noteOfRequest,
} from '../../repositories/customers.ts';
import { tagsGivenByImports } from '../../repositories/import-changes.ts';
import { customerWithRef } from '../../repositories/imports.ts';
import { tagsOf } from '../../repositories/tags.ts';
import type { ImportedCustomer } from './check-customer-rows.ts';
import { contentHash } from './content-key.ts';
import { giveWay, rowsPerTurn } from './give-way.ts';
import type { RowProblems } from './row-problems.ts';
import { isUnnamed } from './unnamed-customer.ts';

/** What is written of a customer: all of a new one, or what a known one still lacks. */
export type CustomerFields = Pick<ImportedCustomer, 'ref' | 'phone' | 'email' | 'birthday'> & {
  /** The real name of somebody who was known by number only. */
  readonly name: string | null;
  readonly cards: readonly string[];
  readonly notes: readonly string[];
  /** Names of tags they do not wear. */
  readonly tags: readonly string[];
};

/** A customer of the file: somebody in the shop already, or somebody to be created. */
export interface PlannedCustomer {
  /** Null for somebody who is to be created. */
  readonly known: CustomerRow | null;
  /** The first row that told of them. */
  readonly row: ImportedCustomer;
  fields: CustomerFields;
}

/** What an import of customers would do now. */
export interface CustomerPlan {
  /** Those with something to write, in the order of the file. */
  readonly people: readonly PlannedCustomer[];
  readonly written: number;
  readonly already: number;
  readonly matched: number;
}

const nothing: CustomerFields = {
  ...{ name: null, ref: null, phone: null, email: null, birthday: null },
  ...{ cards: [], notes: [], tags: [] },
};

/** Id of the request that writes an imported note, the same whenever the same note comes again. */
export const noteKey = (customerId: number, note: string): string => `n:${customerId}:${contentHash(note)}`;

class CustomerPlanner {
  readonly #db: ReadDb;
  readonly #problems: RowProblems;
  readonly #byId = new Map<number, PlannedCustomer>();
  readonly #byRef = new Map<string, PlannedCustomer>();
  readonly #byCard = new Map<string, PlannedCustomer>();
  readonly #byPhone = new Map<string, PlannedCustomer[]>();
  readonly #people: PlannedCustomer[] = [];
  readonly #matched = new Set<PlannedCustomer>();
  readonly #worn = new Map<number, ReadonlySet<string>>();
  #written = 0;
  #already = 0;

  constructor(db: ReadDb, problems: RowProblems) {
    this.#db = db;
    this.#problems = problems;
  }

  async add(row: ImportedCustomer): Promise<void> {
    const imported = await customerOfRequest(this.#db, row.key);
    if (imported) {
      const person = this.#knownPerson((await keptCustomer(this.#db, imported.id)) ?? imported, row);
      this.#matched.add(person);
      this.#index(person, row);
      const tags = await this.#newTags(person, row);
      if (tags.length === 0) this.#already += 1;
      else this.#change(person, { ...person.fields, tags: [...person.fields.tags, ...tags] });
      return;
    }
    const owner = row.card === null ? undefined : await this.#cardOwner(row.card, row);
    const person = (await this.#personOfRef(row)) ?? owner ?? (await this.#personOfPhone(row));
    const isSomeoneElses = owner !== undefined && (owner !== person || this.#contradicts(owner, row));
    if (isSomeoneElses) {
      this.#problems.add(row.line, 'cardTaken', row.card ?? '');
      return;
    }
    if (person) await this.#fill(person, row, owner === undefined ? row.card : null);
    else this.#create(row);
  }

  get plan(): CustomerPlan {
    const people = this.#people.filter(({ known, fields }) => !known || fields !== nothing);
    return { people, written: this.#written, already: this.#already, matched: this.#matched.size };
  }

  /** A card or a phone may be shared; two references are two people. */
  #contradicts({ known, fields }: PlannedCustomer, row: ImportedCustomer): boolean {
    const ref = known?.external_ref ?? fields.ref;
    return ref !== null && row.ref !== null && ref !== row.ref;
  }

  #knownPerson(known: CustomerRow, row: ImportedCustomer): PlannedCustomer {
    const person = this.#byId.get(known.id) ?? { known, row, fields: nothing };
    if (!this.#byId.has(known.id)) {
      this.#byId.set(known.id, person);
      this.#people.push(person);
    }
    return person;
  }

  #index(person: PlannedCustomer, row: ImportedCustomer): void {
    if (row.ref !== null) this.#byRef.set(row.ref, person);
    if (row.card !== null) this.#byCard.set(row.card, person);
    if (row.phone === null) return;
    const sharing = this.#byPhone.get(row.phone) ?? [];
    if (!sharing.includes(person)) this.#byPhone.set(row.phone, [...sharing, person]);
  }

  async #personOfRef(row: ImportedCustomer): Promise<PlannedCustomer | undefined> {
    if (row.ref === null) return undefined;
    const planned = this.#byRef.get(row.ref);
    if (planned) return planned;
    const found = await customerWithRef(this.#db, row.ref);
    const known = found && (await customerById(this.#db, found.id));
    return known && this.#knownPerson(known, row);
  }

  async #cardOwner(code: string, row: ImportedCustomer): Promise<PlannedCustomer | undefined> {
    const planned = this.#byCard.get(code);
    if (planned) return planned;
    const card = await findCard(this.#db, code);
    const known = card && (await customerById(this.#db, card.customer_id));
    return known && this.#knownPerson(known, row);
  }

  /** People share phones; the name must agree. */
  async #personOfPhone(row: ImportedCustomer): Promise<PlannedCustomer | undefined> {
    if (row.phone === null) return undefined;
    for (const person of this.#byPhone.get(row.phone) ?? []) {
      const name = person.known?.name ?? person.row.name;
      if (nearIdenticalNames(name, row.name) && !this.#contradicts(person, row)) return person;
    }
    for (const { id, name } of await customersWithPhone(this.#db, reverseDigits(row.phone))) {
      if (!nearIdenticalNames(name, row.name)) continue;
      const known = await customerById(this.#db, id);
      const person = known && this.#knownPerson(known, row);
      if (person && !this.#contradicts(person, row)) return person;
    }
    return undefined;
  }

  #create(row: ImportedCustomer): void {
    const person: PlannedCustomer = {
      known: null,
      row,
      fields: {
        name: null,
        ref: row.ref,
        phone: row.phone,
        email: row.email,
        birthday: row.birthday,
        cards: row.card === null ? [] : [row.card],
        notes: row.note === null ? [] : [row.note],
        tags: row.tags,
      },
    };
    this.#people.push(person);
    this.#index(person, row);
    this.#written += 1;
  }

  /**
   * Adds what is not known yet; what stands there already stays as it is.
   * @param newCard the row's card when it is nobody's yet
   */
  async #fill(person: PlannedCustomer, row: ImportedCustomer, newCard: string | null): Promise<void> {
    const { known, fields } = person;
    const filled: CustomerFields = {
      name: known && isUnnamed(known) ? (fields.name ?? row.name) : null,
      ref: known?.external_ref ? null : (fields.ref ?? row.ref),
      phone: known?.phone ? null : (fields.phone ?? row.phone),
      email: known?.email ? null : (fields.email ?? row.email),
      birthday: known?.birth_month ? null : (fields.birthday ?? row.birthday),
      cards: newCard === null ? fields.cards : [...fields.cards, newCard],
      notes: (await this.#isNewNote(person, row)) ? [...fields.notes, row.note ?? ''] : fields.notes,
      tags: [...fields.tags, ...(await this.#newTags(person, row))],
    };
    if (known) this.#matched.add(person);
    this.#index(person, row);
    if (JSON.stringify(filled) === JSON.stringify(fields)) {
      this.#already += 1;
      return;
    }
    this.#change(person, filled);
  }

  #change(person: PlannedCustomer, fields: CustomerFields): void {
    person.fields = fields;
    this.#written += 1;
  }

  /** Tags of a row that its person does not wear, and was not given by an earlier import. */
  async #newTags({ known, fields }: PlannedCustomer, { tags }: ImportedCustomer): Promise<readonly string[]> {
    if (tags.length === 0) return [];
    const planned = new Set(fields.tags.map(tagKey));
    const worn = known === null ? planned : await this.#wornBy(known.id);
    return tags.filter((tag) => !planned.has(tagKey(tag)) && !worn.has(tagKey(tag)));
  }

  async #wornBy(customerId: number): Promise<ReadonlySet<string>> {
    const looked = this.#worn.get(customerId);
    if (looked) return looked;
    const rows = [
      ...(await tagsOf(this.#db, customerId)),
      ...(await tagsGivenByImports(this.#db, customerId)),
    ];
    const worn = new Set(rows.map((row) => row.name_folded));
    this.#worn.set(customerId, worn);
    return worn;
  }

  async #isNewNote({ known, fields }: PlannedCustomer, { note }: ImportedCustomer): Promise<boolean> {
    if (note === null || fields.notes.includes(note)) return false;
    return known === null || (await noteOfRequest(this.#db, noteKey(known.id, note))) === undefined;
  }
}

/**
 * Compares the good rows of a file with who is in the shop: by reference, then card, then phone with a nearly identical
 * name. A card that belongs to somebody else is a problem of the row.
 * @param db the transaction that will write, or the reader for a dry run
 */
export async function planCustomers(
  db: ReadDb,
  rows: readonly ImportedCustomer[],
  problems: RowProblems,
  signal: AbortSignal,
): Promise<CustomerPlan> {
  const planner = new CustomerPlanner(db, problems);
  for (const [index, row] of rows.entries()) {
    await planner.add(row);
    if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(signal);
  }
  return planner.plan;
}
