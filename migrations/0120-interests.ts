import type { Migration } from './migration.ts';

const interests = `
-- What somebody asked about without buying it: an item, or words for what is not sold. It stays under the entry it was
-- written for, also after a merge. Whether they have bought the item since is not kept: it follows from the visits, so
-- that an undone visit opens it again by itself.
CREATE TABLE interests (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  item_id INTEGER REFERENCES items (id),
  words TEXT,
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  ended_at INTEGER,
  ended_by INTEGER REFERENCES staff (id),
  CHECK ((item_id IS NULL) <> (words IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;
CREATE INDEX interests_by_customer ON interests (customer_id, id);
CREATE INDEX interests_by_item ON interests (item_id) WHERE item_id IS NOT NULL;
`;

/** What customers asked about without buying it. */
export const interestsOfCustomers: Migration = {
  number: 120,
  name: 'interests',
  up: (execute) => {
    execute(interests);
  },
};
