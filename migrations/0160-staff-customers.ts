import type { Migration } from './migration.ts';

/** Which entry among the customers is that of somebody who works here: using one's own card at the till is worth a look. */
export const customersOfStaff: Migration = {
  number: 160,
  name: 'customers of staff',
  up: (execute) => {
    execute(`
-- Who works here and is a customer as well. After a merge the entry that was kept counts; forgetting the customer takes the row away.
CREATE TABLE staff_customers (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id)
) STRICT;
`);
  },
};
