import type { ReactNode } from 'react';
import { useKeyCapsShown } from '../shell/shop-context.tsx';
import classes from './key-cap.module.css';

/**
 * A key printed on the button it works: decoration, so screen readers skip it. Hidden by the shop's
 * setting, except where it is the content (`always`, as on the key card).
 */
export const KeyCap = ({ children, always = false }: { children: ReactNode; always?: boolean }) => {
  const shown = useKeyCapsShown();
  if (!always && !shown) return null;
  return (
    <kbd className={classes.cap} aria-hidden={always ? undefined : true}>
      {children}
    </kbd>
  );
};
