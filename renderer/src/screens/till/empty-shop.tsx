import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ImportListButton } from '../../components/import-list-button.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useRole } from '../../shell/staff-context.tsx';
import classes from './know.module.css';
import { useTillStore } from './till-context.tsx';

/** Before the first customer: the two ways to have some. */
export const EmptyShop = () => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const role = useRole();
  return (
    <>
      <div className={classes.grow} />
      <EmptyState
        icon={IconUserPlus}
        text={
          <>
            <strong>{t('empty.title')}</strong>
            <br />
            {t('empty.text')}
          </>
        }
      >
        <Button
          size="lg"
          leftSection={<IconUserPlus size={22} stroke={1.9} aria-hidden />}
          rightSection={<KeyCap>F2</KeyCap>}
          onClick={() => dispatch({ type: 'newCustomer' })}
        >
          {t('empty.newCustomer')}
        </Button>
        {role === 'owner' && <ImportListButton>{t('empty.import')}</ImportListButton>}
      </EmptyState>
      <div className={classes.grow} />
    </>
  );
};
