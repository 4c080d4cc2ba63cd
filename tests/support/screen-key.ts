import { type RailEntry, railEntries } from '#renderer/src/shell/rail-entries.ts';

/** The key that opens a screen: its place on the rail. */
export const screenKey = (screen: RailEntry['key']): string =>
  `Control+${railEntries.findIndex((entry) => entry.key === screen) + 1}`;
