import { Button } from '@mantine/core';
import { IconCalendarClock, IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
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
      <Card className={classes.empty ?? ''}>
        <IconCalendarClock size={72} stroke={1.6} className={classes.emptyIcon} aria-hidden />
        <h2 className={classes.emptyTitle}>{t('noVisits.title')}</h2>
        <p className={classes.emptyText}>{t('noVisits.text')}</p>
        <div className={classes.emptyActions}>
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
        </div>
      </Card>
    </div>
  );
};
