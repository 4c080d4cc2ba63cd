import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GoalState } from '#shared/contract/goals.ts';
import { GoalForm } from './goal-form.tsx';
import classes from './goals.module.css';

/** A target for each metric, each with what the shop's own months say about it. */
export const GoalsDrawer = ({
  goals,
  opened,
  onClose,
}: {
  goals: readonly GoalState[];
  opened: boolean;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['goals', 'common']);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={520}
      title={t('drawer')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <p className={classes.quiet}>{t('drawerText')}</p>
      {goals.map((goal) => (
        <GoalForm key={goal.metric} goal={goal} />
      ))}
    </Drawer>
  );
};
