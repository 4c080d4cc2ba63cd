import { firstShop } from './0010-first-shop.ts';
import { wholeProgramme } from './0020-whole-programme.ts';
import { returnsAndTransfers } from './0030-returns-and-transfers.ts';
import { monthEnd } from './0040-month-end.ts';
import { undoOfImports } from './0050-undo-of-imports.ts';
import { outlooksAndPauses } from './0060-outlooks.ts';
import { followUps } from './0070-follow-ups.ts';
import { playbooks } from './0080-playbooks.ts';
import { experimentsAndCampaigns } from './0090-experiments.ts';
import { staffAndPins } from './0100-staff.ts';
import { privacyAndAudit } from './0110-privacy.ts';
import { interestsOfCustomers } from './0120-interests.ts';
import { tagsOfCustomers } from './0130-tags.ts';
import { careNotesAndKeptPeople } from './0140-care-notes.ts';
import { learning } from './0150-learning.ts';
import { customersOfStaff } from './0160-staff-customers.ts';
import { tagsOfImports } from './0170-import-tags.ts';
import type { Migration } from './migration.ts';

/** All migrations in the order they are applied. */
export const migrations: readonly Migration[] = [
  firstShop,
  wholeProgramme,
  returnsAndTransfers,
  monthEnd,
  undoOfImports,
  outlooksAndPauses,
  followUps,
  playbooks,
  experimentsAndCampaigns,
  staffAndPins,
  privacyAndAudit,
  interestsOfCustomers,
  tagsOfCustomers,
  careNotesAndKeptPeople,
  learning,
  customersOfStaff,
  tagsOfImports,
];
