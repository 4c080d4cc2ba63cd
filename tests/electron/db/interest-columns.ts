/** Columns of the table of what customers asked about, as SQLite declares them. */
export const interestColumns = {
  interests: {
    id: 'INTEGER',
    request_id: 'TEXT',
    customer_id: 'INTEGER',
    item_id: 'INTEGER?',
    words: 'TEXT?',
    at: 'INTEGER',
    business_day: 'INTEGER',
    staff_id: 'INTEGER',
    ended_at: 'INTEGER?',
    ended_by: 'INTEGER?',
  },
} as const;
