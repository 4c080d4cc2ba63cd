import type { PlaybookSituation } from '#shared/domain/playbooks/situations.ts';

/** Row types of the tables of playbooks. */
export interface PlaybookTables {
  playbook_versions: {
    id: number;
    situation: PlaybookSituation;
    content: string | null;
    at: number;
    staff_id: number;
  };
}
