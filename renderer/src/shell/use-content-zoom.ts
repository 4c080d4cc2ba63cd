import { useMediaQuery } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { readScale, scaleChangedEvent } from '../theme/appearance.ts';

/** Screens for the owner keep their size on a wide screen and show more instead. */
const ownerScreens: readonly string[] = ['/home', '/month', '/loyalty'];

/** How much larger a screen is drawn at 1800 px and wider. */
export const wideScreenStep = (path: string): number => {
  if (path.startsWith('/till')) return 1.22;
  return ownerScreens.some((owner) => path.startsWith(owner)) ? 1 : 1.15;
};

/** The zoom of the content area: the size chosen in Settings times the step for wide screens. */
export const useContentZoom = (): number => {
  const wide = useMediaQuery('(min-width: 1800px)', false, { getInitialValueInEffect: false });
  const path = useLocation({ select: (location) => location.pathname });
  const [percent, setPercent] = useState(readScale);
  useEffect(() => {
    const update = () => setPercent(readScale());
    globalThis.addEventListener(scaleChangedEvent, update);
    return () => globalThis.removeEventListener(scaleChangedEvent, update);
  }, []);
  return (percent / 100) * (wide ? wideScreenStep(path) : 1);
};
