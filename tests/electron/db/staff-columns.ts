/** How SQLite declares the columns of the tables of staff; `?` = may be NULL. */
export const staffColumns = {
  staff_keys: {
    staff_id: 'INTEGER',
    kind: 'TEXT',
    salt: 'TEXT',
    hash: 'TEXT',
    digits: 'INTEGER?',
    at: 'INTEGER',
    set_by: 'INTEGER',
  },
  staff_rights: {
    staff_id: 'INTEGER',
    give_limit: 'INTEGER?',
    undo_all: 'INTEGER',
    left_at: 'INTEGER?',
  },
  pin_failures: { subject: 'INTEGER', failures: 'INTEGER', last_at: 'INTEGER', full_at: 'INTEGER' },
  staff_sign_ins: { staff_id: 'INTEGER', at: 'INTEGER' },
  staff_customers: { staff_id: 'INTEGER', customer_id: 'INTEGER' },
} as const;
