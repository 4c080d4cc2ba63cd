import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../api/queries.ts';
import { ExperimentCard } from './experiment-card.tsx';

/** The experiment that is running, else the last one with a result; nothing where there is none. */
export const TestCard = () => {
  const { data } = useQuery(orpc.experiments.list.queryOptions());
  const all = data?.experiments ?? [];
  const shown = all.find(({ state }) => state === 'over') ?? all.find(({ state }) => state === 'running');
  return shown === undefined ? null : <ExperimentCard experiment={shown} linked />;
};
