import { useEffect } from 'react';

/** Buttons under "How did it go?", in the order of their keys. */
export const outcomeActs = [
  'reached',
  'noAnswer',
  'tomorrow',
  'doNotContact',
  'willCome',
  'leftMessage',
  'nextVisit',
  'snoozed',
  'movedAway',
] as const;

export type OutcomeAct = (typeof outcomeActs)[number];

/** Without consent nobody is called or written to, so nothing can have come of it. */
export const actsWithoutConsent: readonly OutcomeAct[] = [
  'nextVisit',
  'tomorrow',
  'snoozed',
  'doNotContact',
  'movedAway',
];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [role="listbox"]') !== null;

/** The keys of the list: 1–9 write an outcome down, the arrows choose a person, F9 takes the last one back. */
export const useListKeys = (does: {
  readonly act: (act: OutcomeAct) => void;
  readonly move: (by: 1 | -1) => void;
  readonly undo: () => void;
}): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
      if (!plain || event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const act = /^[1-9]$/.test(event.key) ? outcomeActs[Number(event.key) - 1] : undefined;
      if (act !== undefined && !event.repeat) does.act(act);
      else if (event.key === 'ArrowDown') does.move(1);
      else if (event.key === 'ArrowUp') does.move(-1);
      else if (event.key === 'F9' && !event.repeat) does.undo();
      else return;
      event.preventDefault();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  });
};
