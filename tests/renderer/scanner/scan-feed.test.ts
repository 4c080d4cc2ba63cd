import { expect, it, vi } from 'vitest';
import { createScanFeed } from '#renderer/src/scanner/scan-feed.ts';

const listener = () => ({ scanned: vi.fn(), typingStarts: vi.fn(), typingTakenBack: vi.fn() });

it('hands a scan over at once, or as soon as the till is there', () => {
  const feed = createScanFeed();
  feed.scanned({ candidates: ['7340021'] });
  feed.scanned({ candidates: ['7340022'] });
  const till = listener();
  const stop = feed.listen(till);
  expect(till.scanned.mock.calls).toEqual([[{ candidates: ['7340022'] }]]);
  feed.scanned({ candidates: ['7340023'] });
  expect(till.scanned).toHaveBeenCalledTimes(2);
  stop();
  const again = listener();
  feed.listen(again);
  expect(again.scanned).not.toHaveBeenCalled();
});

it('tells of typing only while somebody listens', () => {
  const feed = createScanFeed();
  feed.typingStarts();
  const till = listener();
  const stop = feed.listen(till);
  feed.typingStarts();
  feed.typingTakenBack();
  stop();
  feed.typingStarts();
  expect(till.typingStarts).toHaveBeenCalledTimes(1);
  expect(till.typingTakenBack).toHaveBeenCalledTimes(1);
});
