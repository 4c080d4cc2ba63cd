import type { Migration } from './migration.ts';

const tables = `
-- What the owner decided to do in a situation, every version of it; the newest is in force. What a situation has no version
-- of, or one without content, is done as the program suggests.
CREATE TABLE playbook_versions (
  id INTEGER PRIMARY KEY,
  situation TEXT NOT NULL CHECK (situation IN ('atRiskHigh', 'atRiskLow', 'slippingHigh', 'slippingLow', 'onTrackHigh',
    'onTrackLow', 'promise', 'birthday', 'firstVisit', 'afterItem', 'expiring', 'milestone', 'silentVip', 'referral')),
  -- JSON; NULL = back to what the program suggests.
  content TEXT,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX playbook_versions_by_situation ON playbook_versions (situation, id);
CREATE TRIGGER playbook_versions_not_changed BEFORE UPDATE ON playbook_versions
BEGIN SELECT RAISE(ABORT, 'playbook_versions is append-only'); END;
CREATE TRIGGER playbook_versions_not_deleted BEFORE DELETE ON playbook_versions
BEGIN SELECT RAISE(ABORT, 'playbook_versions is append-only'); END;
`;

/** What to do in which situation, and in which words. */
export const playbooks: Migration = {
  number: 80,
  name: 'playbooks',
  up: (execute) => execute(tables),
};
