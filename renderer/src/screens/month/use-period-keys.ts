import { useEffect } from 'react';
import { isOffered, type Period, type Span, stepPeriod } from './period.ts';

const ownKeys = 'input, textarea, select, [role="dialog"] *, [role="dialog"]';

/** Page Up and Page Down go one period back and forth, except in fields and dialogs. */
export const usePeriodKeys = (period: Period, span: Span, go: (period: Period) => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const steps = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0;
      if (steps === 0 || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.matches(ownKeys)) return;
      const to = stepPeriod(period, steps);
      if (!isOffered(to, span)) return;
      event.preventDefault();
      go(to);
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [period, span, go]);
};
