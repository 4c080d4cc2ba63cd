import type { TagColour } from '#shared/domain/tags/tag.ts';

/** Row types of the tables of the shop's own tags. */
export interface TagTables {
  tags: {
    id: number;
    name: string;
    name_folded: string;
    colour: TagColour | null;
    created_at: number;
    created_by: number;
    removed_at: number | null;
  };
  customer_tags: { customer_id: number; tag_id: number; at: number; staff_id: number };
}
