import { getRouteApi } from '@tanstack/react-router';
import { ClosedMonth } from './closed-month.tsx';

const route = getRouteApi('/month/closes/$number');

/** One close by its number, in force or opened again. */
export const ClosedMonthScreen = () => {
  const { number } = route.useParams();
  return <ClosedMonth key={number} number={Number(number)} />;
};
