/** How SQLite declares the columns of the tables of playbooks. */
export const playbookColumns = {
  playbook_versions: {
    id: 'INTEGER',
    situation: 'TEXT',
    content: 'TEXT?',
    at: 'INTEGER',
    staff_id: 'INTEGER',
  },
} as const;
