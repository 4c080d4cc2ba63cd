import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { mustStayHere } from './stay-here.ts';

/** Without a touch or a key for this long, another screen gives way to the till. */
export const idleMilliseconds = 90_000;

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Returns to the till after {@link idleMilliseconds} without a sign of life, unless a screen must stay. */
export const useIdleReturn = (onTill: boolean): void => {
  const navigate = useNavigate();
  useEffect(() => {
    if (onTill) return;
    let timer: ReturnType<typeof setTimeout>;
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (mustStayHere()) restart();
        else void navigate({ to: '/till' });
      }, idleMilliseconds);
    };
    restart();
    for (const sign of signsOfLife) globalThis.addEventListener(sign, restart, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) globalThis.removeEventListener(sign, restart);
    };
  }, [navigate, onTill]);
};
