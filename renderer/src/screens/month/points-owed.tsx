import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import figureClasses from './figures.module.css';
import { freshFor } from './use-figures.ts';

/** The points owed at the end of a period, the sum that leads to them, and both in one figure; null without points. */
export const usePointsOwed = (from: string, to: string) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const answer = useQuery(
    orpc.loyalty.reconciliation.queryOptions({ input: { from, to }, staleTime: freshFor }),
  );
  const points = answer.data?.units.find(({ kind }) => kind === 'points');
  if (points === undefined) return null;
  const n = format.number;
  const cost = format.money(points.closingCost);
  return {
    owed: t('figures.value.owed', { closing: n(points.closing), cost }),
    figure: `${n(points.closing)} (${cost})`,
    sum: t('figures.value.owedSum', {
      opening: n(points.opening),
      earned: n(points.earned),
      adjusted: n(points.adjusted),
      redeemed: n(points.redeemed),
      expired: n(points.expired),
      closing: n(points.closing),
    }),
  };
};

/** What the shop owes in points, as the sum that leads to it, and at reward cost. */
export const PointsOwed = ({ points }: { points: ReturnType<typeof usePointsOwed> }) =>
  points !== null && (
    <p className={`${figureClasses.written} num`}>
      <Link to="/loyalty" search={{ view: 'reconciliation' }}>
        {points.owed}
      </Link>{' '}
      {points.sum}
    </p>
  );
