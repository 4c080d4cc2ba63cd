import { Button } from '@mantine/core';
import { IconCalendarClock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../../components/empty-screen.tsx';
import { ImportListButton } from '../../components/import-list-button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ForCall } from '../../shell/for-call.tsx';
import classes from './month.module.css';

/** Before the first visit there is nothing to count. */
export const NoVisitsYet = () => {
  const { t } = useTranslation('month');
  const navigate = useNavigate();
  return (
    <div className={classes.emptyScreen}>
      <PageTitle title={t('title')} />
      <EmptyScreen icon={IconCalendarClock} title={t('noVisits.title')} text={t('noVisits.text')}>
        <Button size="lg" onClick={() => void navigate({ to: '/till' })}>
          {t('noVisits.toTill')}
        </Button>
        <ForCall call="imports.customers">
          <ImportListButton>{t('noVisits.import')}</ImportListButton>
        </ForCall>
      </EmptyScreen>
    </div>
  );
};
