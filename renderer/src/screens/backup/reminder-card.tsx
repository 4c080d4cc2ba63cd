import { NativeSelect, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupPreferences } from '#shared/contract/backups.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import classes from './side.module.css';

const dayChoices = [1, 2, 3, 5, 7, 14, 30];

/** What was chosen here: shown at once, and one choice after the other is kept. */
type Asked = Partial<Pick<BackupPreferences, 'reminderDays' | 'startByItself'>>;

/** When an old backup is pointed out, and whether a known stick starts one. */
export const ReminderCard = ({ preferences }: { preferences: BackupPreferences }) => {
  const { t } = useTranslation(['backup', 'safety']);
  const id = useId();
  const cache = useQueryClient();
  const [asked, setAsked] = useState<Asked>({});
  const change = useMutation(
    orpc.backups.setPreferences.mutationOptions({
      scope: { id: 'backup-preferences' },
      onSuccess: (overview) => cache.setQueryData(orpc.backups.overview.queryKey(), overview),
      onError: () => setAsked({}),
    }),
  );
  const ask = (what: Asked): void => {
    setAsked((before) => ({ ...before, ...what }));
    change.mutate(what);
  };
  const reminderDays = asked.reminderDays ?? preferences.reminderDays;
  const startByItself = asked.startByItself ?? preferences.startByItself;
  const choices = [...new Set([...dayChoices, reminderDays])].sort((a, b) => a - b);
  return (
    <Card title={t('reminder.title')}>
      <div className={classes.setting}>
        <label htmlFor={`${id}-days`}>{t('reminder.older')}</label>
        <NativeSelect
          id={`${id}-days`}
          size="md"
          className={classes.days ?? ''}
          value={reminderDays}
          data={choices.map((days) => ({
            value: String(days),
            label: t('reminder.days', { count: days }),
          }))}
          onChange={(event) => ask({ reminderDays: Number(event.currentTarget.value) })}
        />
      </div>
      <div className={classes.setting}>
        <label htmlFor={`${id}-self`}>{t('reminder.byItself')}</label>
        <Switch
          id={`${id}-self`}
          size="xl"
          checked={startByItself}
          onChange={(event) => ask({ startByItself: event.currentTarget.checked })}
        />
      </div>
      <FailureBanner error={change.error} />
    </Card>
  );
};
