import { Button } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import classes from './know.module.css';
import { useTillStore } from './till-context.tsx';

/** How to begin where nobody is expected: any way leads to the same box. */
export const HowToBegin = () => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  return (
    <>
      <div className={classes.grow} />
      <EmptyState
        icon={IconScan}
        text={
          <>
            <strong>{t('idle.startTitle')}</strong> {t('idle.startHint')}
          </>
        }
      >
        <Button
          variant="default"
          size="lg"
          rightSection={<KeyCap>F2</KeyCap>}
          onClick={() => dispatch({ type: 'newCustomer' })}
        >
          {t('search.newCustomer')}
        </Button>
        <Button
          variant="default"
          size="lg"
          rightSection={<KeyCap>F3</KeyCap>}
          onClick={() => dispatch({ type: 'walkIn' })}
        >
          {t('walkIn.open')}
        </Button>
      </EmptyState>
      <div className={classes.grow} />
    </>
  );
};
