import { useTranslation } from 'react-i18next';
import type { GoalState } from '#shared/contract/goals.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
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
  const { t } = useTranslation('goals');
  return (
    <SideDrawer opened={opened} onClose={onClose} size={520} title={t('drawer')}>
      <p className={classes.quiet}>{t('drawerText')}</p>
      {goals.map((goal) => (
        <GoalForm key={goal.metric} goal={goal} />
      ))}
    </SideDrawer>
  );
};
