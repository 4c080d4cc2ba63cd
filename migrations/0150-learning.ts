import type { Migration } from './migration.ts';

const situations = `'atRiskHigh', 'atRiskLow', 'slippingHigh', 'slippingLow', 'onTrackHigh', 'onTrackLow', 'promise',
  'birthday', 'firstVisit', 'afterItem', 'expiring', 'milestone', 'silentVip', 'referral'`;

const columns = `
-- The situation whose playbook was followed; NULL = a campaign's own words, or from before it was written down.
ALTER TABLE follow_up_facts ADD COLUMN situation TEXT CHECK (situation IN (${situations}));
-- How it stood with somebody when they were drawn; NULL = from before it was written down.
ALTER TABLE campaign_people ADD COLUMN situation TEXT CHECK (situation IN (${situations}));
-- The day somebody came to belong to a campaign that was running; NULL = drawn at its start.
ALTER TABLE campaign_people ADD COLUMN joined_day INTEGER;
-- Why a campaign could not be started, or nobody more could join it, by itself; NULL = nothing is in the way.
ALTER TABLE campaigns ADD COLUMN hindrance TEXT;
`;

/** Where the situation is certain: of the version that was followed, or of a reason that has a playbook of its own. */
const known = `
UPDATE follow_up_facts SET situation = (SELECT v.situation FROM playbook_versions AS v WHERE v.id = playbook_id)
WHERE playbook_id IS NOT NULL;
UPDATE follow_up_facts SET situation = reason
WHERE situation IS NULL AND reason NOT IN ('atRisk', 'slipping', 'campaign');
`;

const guard = `
CREATE TRIGGER follow_up_facts_situation_kept BEFORE UPDATE OF situation ON follow_up_facts
BEGIN SELECT RAISE(ABORT, 'follow_up_facts is append-only'); END;
CREATE INDEX follow_up_facts_by_situation ON follow_up_facts (situation, business_day) WHERE situation IS NOT NULL;
`;

const surprises = `
-- Derived: people who come regularly and are drawn for a small surprise on a day; the first of them to come gets it.
CREATE TABLE surprises (
  business_day INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  PRIMARY KEY (business_day, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX surprises_by_customer ON surprises (customer_id);
`;

/** What is needed to learn what works: which playbook was followed, who joined a campaign when, and whom to surprise. */
export const learning: Migration = {
  number: 150,
  name: 'learning',
  up: (execute) => {
    execute(columns);
    execute(known);
    execute(guard);
    execute(surprises);
  },
};
