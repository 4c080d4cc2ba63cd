import type Database from 'better-sqlite3';
import { issueCardCode } from '#shared/domain/card-code/card-code.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { reverseDigits } from '#shared/domain/phone/phone.ts';
import { fold } from '#shared/domain/search/fold.ts';
import { designName } from './design-names.ts';

export interface DesignCustomers {
  readonly ids: readonly number[];
  readonly walletIds: readonly number[];
}

interface People {
  /** Place of each customer in the order of joining. */
  readonly order: readonly number[];
  /** Business day and moment on which each joined, by customer. */
  readonly joinedDay: (customer: number) => number;
  readonly joinedAt: (customer: number) => number;
  readonly isImported: (customer: number) => boolean;
  readonly staffId: number;
  readonly firstId: number;
}

const allergies = ['Hazelnut allergy', 'No lactose', 'Coeliac', 'Soy allergy'];

const reversed = (text: string): string => [...text].reverse().join('');

/** Writes the customers with wallets, cards and consents; ids rise in the order of joining. */
export function writeCustomers(database: Database.Database, people: People): DesignCustomers {
  const random = new SeededRandom(31_337);
  const insertWallet = database.prepare('INSERT INTO wallets (id, created_at) VALUES (?, ?)');
  const insertCustomer = database.prepare(
    `INSERT INTO customers VALUES (${Array(22).fill('?').join(', ')}, NULL)`,
  );
  const insertCard = database.prepare('INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?)');
  const insertConsent = database.prepare('INSERT INTO consents VALUES (?, ?, ?, ?, 1, ?, ?, ?, NULL)');
  const ids: number[] = Array(people.order.length).fill(0);
  const walletIds: number[] = Array(people.order.length).fill(0);
  let consent = people.firstId;
  let cards = 0;
  for (const [place, customer] of people.order.entries()) {
    const own = random.fork(customer);
    const id = people.firstId + place;
    ids[customer] = id;
    walletIds[customer] = id;
    const at = people.joinedAt(customer);
    const day = people.joinedDay(customer);
    const name = designName(own);
    const phone = own.chance(0.75)
      ? `+35849${String((place * 7_919_993) % 10_000_000).padStart(7, '0')}`
      : null;
    const isImported = people.isImported(customer);
    const hasBirthday = own.chance(0.5);
    insertWallet.run(id, at);
    insertCustomer.run(
      ...[
        id,
        isImported ? null : `customer-${id}`,
        id,
        name,
        fold(name),
        phone,
        phone && reverseDigits(phone),
      ],
      own.chance(0.3) ? `${fold(name).replaceAll(' ', '.')}@example.com` : null,
      ...(hasBirthday ? [own.between(1, 28), own.between(1, 12)] : [null, null]),
      ...[
        null,
        own.chance(0.5) ? 'fi' : null,
        own.chance(0.05) ? own.pick(allergies) : null,
        null,
        null,
        null,
      ],
      ...[
        day,
        own.chance(0.03) ? 1 : 0,
        isImported ? `K${place}` : null,
        isImported ? 1 : null,
        at,
        people.staffId,
      ],
    );
    if (own.chance(0.7)) {
      cards += 1;
      const code = own.chance(0.06)
        ? `FC${own.between(10_000_000, 99_999_999)}${place}`
        : issueCardCode(1, cards);
      insertCard.run(code, reversed(code), id, own.chance(0.02) ? 'blocked' : 'active', at, people.staffId);
    }
    for (const [purpose, granted] of [
      ['membership', 1],
      ['contact', own.chance(0.6) ? 1 : 0],
    ] as const) {
      if (isImported) continue;
      insertConsent.run(consent, id, purpose, granted, at, day, people.staffId);
      consent += 1;
    }
  }
  database.prepare('INSERT INTO counters VALUES (?, ?)').run('cards', cards);
  return { ids, walletIds };
}
