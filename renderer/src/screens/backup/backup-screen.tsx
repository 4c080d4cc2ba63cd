import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ForCall } from '../../shell/for-call.tsx';
import classes from './backup.module.css';
import { BackupCard } from './backup-card.tsx';
import { dismissBackup } from './backup-run.ts';
import { DrillCard } from './drill-card.tsx';
import { EarlierCard } from './earlier-card.tsx';
import { GoBackBanner } from './go-back-banner.tsx';
import { ReminderCard } from './reminder-card.tsx';
import { useOverview } from './use-overview.ts';

/** How safe the data is: the one button, what runs, what was proven, and the way to a restore. */
export const BackupScreen = () => {
  const { t } = useTranslation('backup');
  const navigate = useNavigate();
  const sentence = useFailureSentence();
  const { data: overview, error, refetch } = useOverview();
  // A result that was read does not stand here again the next time.
  useEffect(() => dismissBackup, []);
  return (
    <div className={classes.screen}>
      <PageTitle title={t('title')} subtitle={t('subtitle')}>
        <ForCall call="restore.run">
          <Button
            variant="default"
            leftSection={<IconHistory size={20} stroke={2} aria-hidden />}
            onClick={() => void navigate({ to: '/backup/restore' })}
          >
            {t('restore')}
          </Button>
        </ForCall>
      </PageTitle>
      {overview === undefined ? (
        error !== null && <ErrorState text={sentence(error)} onRetry={() => void refetch()} />
      ) : (
        <>
          <ForCall call="restore.goBack">
            {overview.restored !== null && <GoBackBanner restored={overview.restored} />}
          </ForCall>
          <div className={classes.columns}>
            <BackupCard overview={overview} />
            <div className={classes.side}>
              <ForCall call="backups.setPreferences">
                <ReminderCard preferences={overview.preferences} />
              </ForCall>
              <DrillCard overview={overview} />
              <EarlierCard earlier={overview.earlier} />
            </div>
          </div>
        </>
      )}
    </div>
  );
};
