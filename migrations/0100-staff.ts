import type { Migration } from './migration.ts';

const staff = `
-- How somebody proves who they are; what they know or hold is not kept, only what it can be compared with. The salt is
-- empty for staff cards, whose code is long enough to be looked up. digits is the length of a PIN, shown as circles.
CREATE TABLE staff_keys (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('pin', 'badge', 'recovery')),
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  digits INTEGER CHECK (digits BETWEEN 4 AND 8),
  at INTEGER NOT NULL,
  set_by INTEGER NOT NULL REFERENCES staff (id),
  PRIMARY KEY (staff_id, kind),
  CHECK ((kind = 'pin') = (digits IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX staff_keys_by_badge ON staff_keys (hash) WHERE kind = 'badge';

-- What the owner lets somebody do beyond their role; who has no row has what their role begins with.
CREATE TABLE staff_rights (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
  -- Largest sum given on the spot without asking, minor units; NULL = any.
  give_limit INTEGER CHECK (give_limit >= 0),
  undo_all INTEGER NOT NULL CHECK (undo_all IN (0, 1)),
  left_at INTEGER
) STRICT;

-- Wrong PINs, kept over restarts. subject: staff.id, 0 = the whole shop, -1 = people who do not exist.
CREATE TABLE pin_failures (
  subject INTEGER PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  full_at INTEGER NOT NULL
) STRICT;

-- The last time somebody signed in; no list of earlier ones is kept.
CREATE TABLE staff_sign_ins (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;
`;

/** PINs and staff cards, rights beyond the role, and the waits after wrong PINs. */
export const staffAndPins: Migration = {
  number: 100,
  name: 'staff',
  up: (execute) => {
    execute(staff);
  },
};
