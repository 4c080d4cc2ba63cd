import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../api/queries.ts';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { changedAt, most, newReward, withoutAt } from './edit-rules.ts';
import classes from './editor.module.css';
import type { EditorProps } from './editor-props.ts';
import { IssueRows } from './issue-rows.tsx';
import { RewardForm } from './reward-form.tsx';
import { RewardSummary } from './reward-summary.tsx';
import { useNewId } from './use-new-id.ts';

/** What points and stamps buy: a line each, opened to be changed. */
export const RewardsCard = ({ rules, issues, onChange }: EditorProps) => {
  const { t } = useTranslation('programme');
  const [open, setOpen] = useState<number | null>(null);
  const { withNewId, isPending, error } = useNewId();
  const used = useQuery(orpc.loyalty.cost.queryOptions()).data?.rewards;
  const { rewards } = rules;
  const add = () =>
    withNewId('rewards', (id) => {
      setOpen(id);
      onChange({ ...rules, rewards: [...rewards, newReward(id, t('rewards.newName'), rules)] });
    });
  return (
    <Card
      title={
        <>
          {t('rewards.title')} <span className={classes.hint}>{t('rewards.hint')}</span>
        </>
      }
      aside={
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          disabled={rewards.length >= most.rewards}
          loading={isPending}
          onClick={add}
        >
          {t('rewards.add')}
        </Button>
      }
    >
      <FailureBanner error={error} />
      {rewards.length === 0 && <p className={classes.quiet}>{t('rewards.empty')}</p>}
      <ul className={classes.rewards}>
        {rewards.map((reward, index) => {
          const isOpen = reward.id === open;
          return (
            <li key={reward.id} className={classes.reward}>
              <RewardSummary
                reward={reward}
                rules={rules}
                used={used?.find(({ rewardId }) => rewardId === reward.id)?.used ?? null}
                isOpen={isOpen}
                onToggle={() => setOpen(isOpen ? null : reward.id)}
              />
              <IssueRows issues={issues} rules={rules} place={{ kind: 'reward', id: reward.id }} />
              {isOpen && (
                <RewardForm
                  reward={reward}
                  rules={rules}
                  onChange={(next) => onChange({ ...rules, rewards: changedAt(rewards, index, next) })}
                  onRemove={() => onChange({ ...rules, rewards: withoutAt(rewards, index) })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
