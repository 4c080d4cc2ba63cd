export const loyalty = { title: 'Loyalty programme' } as const;
