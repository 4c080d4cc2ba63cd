import { useEffect } from 'react';
import { useShop } from './shop-context.tsx';
import { lockScreen, useDoor } from './staff-context.tsx';
import { mustStayHere } from './stay-here.ts';

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Locks the screen after the shop's minutes without a sign of life, where people sign in. The clock is looked at, too,
 * because timers sleep with the computer. What must not be left, such as a running import, is finished first.
 */
export const useAutoLock = (): void => {
  const { lockMinutes } = useShop().till;
  const signedIn = useDoor()?.signedIn ?? null;
  const isOn = signedIn !== null && lockMinutes > 0;
  useEffect(() => {
    if (!isOn) return;
    let last = Date.now();
    const alive = () => {
      last = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - last >= lockMinutes * 60_000 && !mustStayHere()) void lockScreen();
    }, 1_000);
    for (const sign of signsOfLife)
      globalThis.addEventListener(sign, alive, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) globalThis.removeEventListener(sign, alive, { capture: true });
    };
  }, [isOn, lockMinutes]);
};
