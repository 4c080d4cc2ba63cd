/** Texts that an import writes into the shop's own data, in the shop's language. */
export const imported = {
  unnamed: 'Customer {{ref}}',
} as const;
