/** Columns of the tables of the shop's own tags, as SQLite declares them. */
export const tagColumns = {
  tags: {
    id: 'INTEGER',
    name: 'TEXT',
    name_folded: 'TEXT',
    colour: 'TEXT?',
    created_at: 'INTEGER',
    created_by: 'INTEGER',
    removed_at: 'INTEGER?',
  },
  customer_tags: { customer_id: 'INTEGER', tag_id: 'INTEGER', at: 'INTEGER', staff_id: 'INTEGER' },
} as const;
