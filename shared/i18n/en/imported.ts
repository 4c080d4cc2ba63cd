/** Texts that an import writes into the shop's own data, in the shop's language. */
export const imported = {
  withdrawn: 'Taken back with an import',
  unnamed: 'Customer {{ref}}',
} as const;
