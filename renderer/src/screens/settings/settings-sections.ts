/** The parts of the settings, in the order of the list on the left. */
export const settingsSections = [
  'shop',
  'till',
  'staff',
  'items',
  'privacy',
  'look',
  'data',
  'training',
  'log',
] as const;

export type SettingsSection = (typeof settingsSections)[number];

/** The part an address names of those that are there; the first one when it names none. */
export const sectionOf = (
  name: string | undefined,
  sections: readonly SettingsSection[] = settingsSections,
): SettingsSection => sections.find((section) => section === name) ?? 'shop';
