import { useState } from 'react';

/** Puts text onto the clipboard and says what became of it; another text begins anew. */
export const useCopy = () => {
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean } | null>(null);
  return {
    stateOf: (text: string): 'copied' | 'failed' | null => {
      if (copied?.text !== text) return null;
      return copied.done ? 'copied' : 'failed';
    },
    copy: (text: string) =>
      void navigator.clipboard.writeText(text).then(
        () => setCopied({ text, done: true }),
        () => setCopied({ text, done: false }),
      ),
  };
};
