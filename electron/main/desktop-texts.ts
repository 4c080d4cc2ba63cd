import { desktop as english } from '#shared/i18n/en/desktop.ts';
import { desktop as finnish } from '#shared/i18n/fi/desktop.ts';

export type DesktopTexts = typeof english | typeof finnish;

/** The texts for a language tag such as `fi` or `fi-FI`; English where we do not speak it. */
export function desktopTexts(language: string): DesktopTexts {
  return /^fi\b/i.test(language) ? finnish : english;
}
