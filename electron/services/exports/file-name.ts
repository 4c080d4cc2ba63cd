/** A name's template with its values. */
export const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_all, key: string) => values[key] ?? '');

/** Names that every file system takes. */
export const fileSafe = (name: string): string => name.replace(/[^\p{L}\p{N} ._-]+/gu, '-').trim();
