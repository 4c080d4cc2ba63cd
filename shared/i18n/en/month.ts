export const month = { title: 'Month' } as const;
