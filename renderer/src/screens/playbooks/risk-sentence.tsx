import { IconHandStop, IconMessage, IconPhone, type IconProps } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { riskSituations, type Standing } from '#shared/domain/playbooks/situations.ts';
import { orpc } from '../../api/queries.ts';
import classes from './playbooks.module.css';
import { usePlaybookSentence } from './use-playbook-sentence.ts';

const icons: Readonly<Record<Standing, ComponentType<IconProps>>> = {
  atRisk: IconPhone,
  slipping: IconMessage,
  onTrack: IconHandStop,
};

/** What is done for the most valuable people of a risk, with the way to its playbook; for the head of a column. */
export const RiskSentence = ({ risk }: { risk: Standing }) => {
  const answer = useQuery(orpc.playbooks.list.queryOptions());
  const sentence = usePlaybookSentence();
  const situation = riskSituations.find((row) => row.risk === risk)?.high;
  const playbook = answer.data?.playbooks.find((one) => one.situation === situation);
  if (playbook === undefined) return null;
  const Icon = icons[risk];
  return (
    <Link
      to="/playbooks/$situation"
      params={{ situation: playbook.situation }}
      className={classes.riskSentence}
      data-risk={risk}
    >
      <Icon size={24} stroke={1.9} aria-hidden />
      <span>{sentence(playbook)}</span>
    </Link>
  );
};
