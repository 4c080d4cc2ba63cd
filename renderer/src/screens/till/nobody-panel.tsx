import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import classes from './know.module.css';
import { useTillStore } from './till-context.tsx';

/** The search found nobody: the words can become a new customer. */
export const NobodyPanel = ({ query }: { query: string }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  return (
    <>
      <div className={classes.grow} />
      <EmptyState icon={IconUserPlus} text={t('search.becomesNew', { query })}>
        <Button
          size="lg"
          rightSection={<KeyCap>F2</KeyCap>}
          onClick={() => dispatch({ type: 'newCustomer' })}
        >
          {t('search.newCustomer')}
        </Button>
      </EmptyState>
      <div className={classes.grow} />
    </>
  );
};
