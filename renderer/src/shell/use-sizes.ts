import { useMediaQuery } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { readScale, scaleChangedEvent } from '../theme/appearance.ts';

/** Screens for the owner keep their size on a wide screen and show more instead. */
const ownerScreens: readonly string[] = ['/home', '/month', '/loyalty'];

/** How much larger a screen is drawn at 1800 px and wider. */
const wideScreenStep = (path: string): number => {
  if (path.startsWith('/till')) return 1.22;
  return ownerScreens.some((owner) => path.startsWith(owner)) ? 1 : 1.15;
};

/**
 * How large things are drawn: `text`, the size chosen in Settings (1 is 100 %), for what only lets its words grow; `content`,
 * that times the step for wide screens, for the screens themselves.
 */
export const useSizes = (): { readonly text: number; readonly content: number } => {
  const wide = useMediaQuery('(min-width: 1800px)', false, { getInitialValueInEffect: false });
  const path = useLocation({ select: (location) => location.pathname });
  const [percent, setPercent] = useState(readScale);
  useEffect(() => {
    const update = () => setPercent(readScale());
    globalThis.addEventListener(scaleChangedEvent, update);
    return () => globalThis.removeEventListener(scaleChangedEvent, update);
  }, []);
  const text = percent / 100;
  return { text, content: text * (wide ? wideScreenStep(path) : 1) };
};
