import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ForCall } from '../../shell/for-call.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import { EverythingRow } from './everything-row.tsx';
import { OpenRow } from './open-row.tsx';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';

const bytesPerMegabyte = 1_000_000;

/** Where the data is, how much of it there is, and the ways in and out. */
export const DataSection = () => {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { demo } = useShop();
  const about = useQuery(orpc.system.about.queryOptions());
  const latest = useQuery(orpc.backups.latest.queryOptions());
  const save = useMutation(
    orpc.backups.saveCopy.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: orpc.backups.latest.key() }),
    }),
  );
  const at = latest.data?.at ?? null;
  return (
    <>
      <SettingRow label={t('data.file')} note={about.data?.databaseFile}>
        {() => null}
      </SettingRow>
      <SettingRow
        label={t('data.size')}
        note={
          about.data !== undefined &&
          t('data.counts', {
            customers: format.number(about.data.customers),
            visits: format.number(about.data.visits),
            size: format.number(about.data.databaseBytes / bytesPerMegabyte, 1),
          })
        }
      >
        {() => null}
      </SettingRow>
      <ForCall call="backups.saveCopy">
        <SettingRow
          label={t('data.copy')}
          note={
            latest.data !== undefined &&
            (at === null
              ? t('data.copyNever')
              : t('data.copyLatest', { date: format.date(format.dayAt(at)), time: format.time(at) }))
          }
        >
          {() => (
            <Button variant="default" loading={save.isPending} onClick={() => save.mutate(undefined)}>
              {t('data.copySave')}
            </Button>
          )}
        </SettingRow>
      </ForCall>
      {save.isSuccess && (
        <div className={classes.hint}>
          <HintRow tone="good" live>
            {t('data.copySaved', {
              customers: format.number(save.data.customers),
              visits: format.number(save.data.visits),
            })}{' '}
            <span className={classes.note}>{save.data.file}</span>
          </HintRow>
        </div>
      )}
      <FailureBanner error={save.error ?? about.error} />
      <ForCall call="backups.overview">
        <OpenRow what="backup" />
      </ForCall>
      <ForCall call="imports.customers">
        <SettingRow label={t('data.import')} note={t('data.importNote')}>
          {() => (
            <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
              {t('data.importOpen')}
            </Button>
          )}
        </SettingRow>
      </ForCall>
      <ForCall call="exports.everything">
        <EverythingRow />
      </ForCall>
      {demo && (
        <div className={classes.hint}>
          <HintRow tone="quiet">{t('data.demo')}</HintRow>
        </div>
      )}
    </>
  );
};
