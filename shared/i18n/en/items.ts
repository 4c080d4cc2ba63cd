export const items = { title: 'Items' } as const;
