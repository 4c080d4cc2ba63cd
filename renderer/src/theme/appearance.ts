/** What this screen (not the shop) prefers; kept in the browser's local storage. */
const scaleKey = 'regulars.scale';

/** Text and control sizes offered in Settings, in per cent. */
export const scaleChoices: readonly number[] = [90, 100, 110, 125, 150, 175, 200];

/** Local-storage key of Mantine's colour scheme manager ('light' | 'dark' | 'auto'). */
export const colorSchemeKey = 'regulars.colour-scheme';

/** The chosen size in per cent, 100 when nothing valid is stored. */
export const readScale = (): number => {
  const stored = Number(globalThis.localStorage.getItem(scaleKey));
  return scaleChoices.includes(stored) ? stored : 100;
};

/** Stores the size and tells the shell. */
export const writeScale = (percent: number): void => {
  globalThis.localStorage.setItem(scaleKey, String(percent));
  globalThis.dispatchEvent(new Event(scaleChangedEvent));
};

/** Window event sent after {@link writeScale}. */
export const scaleChangedEvent = 'regulars:scale-changed';

/** Sets the colour scheme attribute before the first paint, so that nothing flashes. */
export const applyStoredColorScheme = (): void => {
  const stored = globalThis.localStorage.getItem(colorSchemeKey);
  const dark =
    stored === 'dark' ||
    (stored !== 'light' && globalThis.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
};
