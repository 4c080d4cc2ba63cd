// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { orpc } from '#renderer/src/api/queries.ts';
import { Asked } from '#renderer/src/screens/month/asked.tsx';
import { renderPart } from '#tests/support/render.tsx';

const never = () => new Promise<never>(() => undefined);
const days = (to: string) => ({ input: { to } });

const Card = ({ to, first = false }: { to: string; first?: boolean }) => {
  const { queryKey } = orpc.reports.cohorts.queryOptions(days(to));
  const answer = useQuery<string>({ queryKey, queryFn: first ? () => 'counted' : never });
  return (
    <Asked answer={answer} queryKey={queryKey}>
      {(text) => <p>{text}</p>}
    </Asked>
  );
};

it('tells after a moment how many of the reports of the screen are there, and one alone no share', async () => {
  const { unmount } = await renderPart(<Card to="2026-10-01" />);
  await screen.findByText(/^Counting for/);
  expect(screen.queryByRole('progressbar')).toBeNull();
  unmount();
  await renderPart(
    <>
      <Card to="2026-09-01" first />
      <Card to="2026-08-01" />
      <Card to="2026-07-01" />
    </>,
  );
  // Each of the two begins to tell after a moment of its own.
  await vi.waitFor(() => expect(screen.getAllByText('1 of 3 reports are there')).toHaveLength(2), 5000);
  const [bar] = screen.getAllByRole('progressbar');
  expect(Math.round(Number(bar?.getAttribute('aria-valuenow')))).toBe(33);
});
