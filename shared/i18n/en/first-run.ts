export const firstRun = { title: 'What kind of place is it?' } as const;
