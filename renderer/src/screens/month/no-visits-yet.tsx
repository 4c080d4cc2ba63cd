import { Button } from '@mantine/core';
import { IconCalendarClock, IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../../components/empty-screen.tsx';
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
          <Button
            size="lg"
            variant="default"
            leftSection={<IconFileImport size={22} stroke={1.9} aria-hidden />}
            onClick={() => void navigate({ to: '/import' })}
          >
            {t('noVisits.import')}
          </Button>
        </ForCall>
      </EmptyScreen>
    </div>
  );
};
