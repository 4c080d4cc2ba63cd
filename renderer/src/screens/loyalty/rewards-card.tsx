import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#shared/contract/items.ts';
import { Card } from '../../components/card.tsx';
import classes from './loyalty.module.css';
import { newReward, type ProgrammeDraft } from './programme-draft.ts';
import { RewardRow } from './reward-row.tsx';

const mostRewards = 20;

/** What points and stamps buy. */
export const RewardsCard = ({
  draft,
  items,
  onChange,
}: {
  draft: ProgrammeDraft;
  items: readonly Item[];
  onChange: (draft: ProgrammeDraft) => void;
}) => {
  const { t } = useTranslation('loyalty');
  const counter = useRef(0);
  const [added, setAdded] = useState<string | null>(null);
  const { rewards } = draft;
  const add = () => {
    counter.current += 1;
    const key = `new-${counter.current}`;
    setAdded(key);
    onChange({ ...draft, rewards: [...rewards, newReward(key, draft)] });
  };
  return (
    <Card
      title={t('rewards.title')}
      aside={
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          disabled={rewards.length >= mostRewards}
          onClick={add}
        >
          {t('rewards.add')}
        </Button>
      }
    >
      {rewards.length === 0 ? (
        <p className={classes.quiet}>{t('rewards.empty')}</p>
      ) : (
        <ul className={classes.rewards}>
          {rewards.map((reward, index) => (
            <RewardRow
              key={reward.key}
              reward={reward}
              number={index + 1}
              items={items}
              autoFocus={reward.key === added}
              onChange={(next) =>
                onChange({ ...draft, rewards: rewards.map((each) => (each.key === next.key ? next : each)) })
              }
              onRemove={() =>
                onChange({ ...draft, rewards: rewards.filter(({ key }) => key !== reward.key) })
              }
            />
          ))}
        </ul>
      )}
    </Card>
  );
};
