// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { Spend } from '#renderer/src/screens/experiments/experiment-card.tsx';
import { renderPart } from '#tests/support/render.tsx';

const said = async (difference: number, low: number, high: number): Promise<string> => {
  const spend = { difference, interval: { low, high } };
  const { container, unmount } = await renderPart(<Spend comparison={{ spend, p: 1 }} />);
  const text = container.querySelector('p')?.textContent ?? '';
  unmount();
  return text;
};

it('says of groups of which nobody came back that they spent the same, without a per cent', async () => {
  expect(await said(0, 0, 0)).toBe('They spent the same.');
  expect(await said(0, -200, 200)).toContain('100%');
});
