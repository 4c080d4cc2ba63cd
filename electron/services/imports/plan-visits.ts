import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { normaliseCardCode } from '#shared/domain/card-code/card-code.ts';
import { fold } from '#shared/domain/search/fold.ts';
import type { ReadDb } from '../../db/connection.ts';
import {
  customersNamed,
  customerWithCard,
  customerWithRef,
  freeVisitKey,
  type KnownCustomer,
} from '../../repositories/imports.ts';
import type { ImportedVisit } from './check-visit-rows.ts';
import { giveWay, rowsPerTurn } from './give-way.ts';

/** A customer of the file with the visits that are not yet written. */
export interface PlannedPerson {
  /** Null for somebody who is to be created. */
  readonly known: KnownCustomer | null;
  readonly ref: string;
  readonly name: string | null;
  readonly firstDay: BusinessDay;
}

export interface PlannedVisit {
  readonly visit: ImportedVisit;
  readonly person: PlannedPerson;
}

/** What an import of visits would do now. */
export interface VisitPlan {
  /** In order of time. */
  readonly visits: readonly PlannedVisit[];
  /** Those with something to write. */
  readonly people: readonly PlannedPerson[];
  readonly already: number;
  /** Customers of the file who are known, with something to write or not. */
  readonly matched: number;
}

/** By reference, else by card, else, where names are the reference, the only customer of that name. */
async function findPerson(db: ReadDb, { ref, named }: ImportedVisit): Promise<KnownCustomer | null> {
  const byRef = await customerWithRef(db, ref);
  if (byRef) return byRef;
  const code = normaliseCardCode(ref);
  const byCard = code === null ? undefined : await customerWithCard(db, code);
  if (byCard) return byCard;
  if (!named) return null;
  const [only, another] = await customersNamed(db, fold(ref));
  return only && !another ? only : null;
}

/**
 * Compares the good rows of a file with what is in the shop.
 * @param db the transaction that will write, or the reader for a dry run
 */
export async function planVisits(
  db: ReadDb,
  visits: readonly ImportedVisit[],
  signal: AbortSignal,
): Promise<VisitPlan> {
  const known = new Map<string, KnownCustomer>();
  const looked = new Set<string>();
  const fresh: ImportedVisit[] = [];
  for (const [index, visit] of visits.entries()) {
    // A name may be spelled in several ways, and any of them may be the reference we know.
    if (!known.has(visit.person) && !looked.has(visit.ref)) {
      looked.add(visit.ref);
      const found = await findPerson(db, visit);
      if (found) known.set(visit.person, found);
    }
    const key = await freeVisitKey(db, visit.key);
    if (key !== null) fresh.push({ ...visit, key });
    if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(signal);
  }
  // Sorting is stable: rows of one moment stay in the order of the file.
  fresh.sort((a, b) => a.at - b.at);
  const names = new Map<string, string>();
  for (const { person, name } of fresh) if (name !== null) names.set(person, name);
  const people = new Map<string, PlannedPerson>();
  const planned = fresh.map((visit) => {
    const person = people.get(visit.person) ?? {
      known: known.get(visit.person) ?? null,
      ref: visit.ref,
      name: names.get(visit.person) ?? null,
      firstDay: visit.day,
    };
    people.set(visit.person, person);
    return { visit, person };
  });
  return {
    visits: planned,
    people: [...people.values()],
    already: visits.length - fresh.length,
    matched: new Set([...known.values()].map((customer) => customer.id)).size,
  };
}
