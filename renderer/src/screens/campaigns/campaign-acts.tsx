import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '#shared/contract/campaigns.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './campaigns.module.css';

type Act = 'start' | 'stop' | 'remove';

/** What can be done with a campaign now; each is asked once, because it cannot be taken back. */
export const CampaignActs = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Act | null>(null);
  const { state, name, campaignId } = campaign;
  const { run, error, isPending } = useActs(campaignId, () => setAsking(null));
  const today = format.dayAt(Date.now());
  const isEarly = campaign.fromDay > today;
  const isLate = campaign.toDay < today;
  return (
    <>
      {state === 'draft' && (
        <>
          <Button variant="default" size="lg" onClick={() => setAsking('remove')}>
            {t('detail.remove')}
          </Button>
          <Button
            variant="default"
            size="lg"
            onClick={() =>
              void navigate({
                to: '/campaigns/$campaignId/edit',
                params: { campaignId: String(campaignId) },
              })
            }
          >
            {t('edit')}
          </Button>
          {isEarly || isLate ? (
            <p className={classes.quiet}>
              {isLate ? t('detail.tooLate') : t('detail.startsOn', { day: format.date(campaign.fromDay) })}
            </p>
          ) : (
            <Button size="lg" onClick={() => setAsking('start')}>
              {t('detail.start')}
            </Button>
          )}
        </>
      )}
      {state === 'running' && (
        <Button variant="default" size="lg" onClick={() => setAsking('stop')}>
          {t('detail.stop')}
        </Button>
      )}
      {asking !== null && (
        <ConfirmModal
          opened
          title={t(`detail.${asking}Title`, { name })}
          confirmLabel={t(`detail.${asking}`)}
          destructive={asking !== 'start'}
          pending={isPending}
          onConfirm={() => run(asking)}
          onCancel={() => setAsking(null)}
        >
          <p>
            {t(asking === 'start' && campaign.test !== null ? 'detail.startTest' : `detail.${asking}Text`)}
          </p>
          {asking === 'stop' && campaign.endDay !== null && <p>{t('detail.stopTest')}</p>}
          <FailureBanner error={error} />
        </ConfirmModal>
      )}
    </>
  );
};

function useActs(campaignId: number, done: () => void) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const requestIdFor = useRequestIds();
  const onSuccess = async () => {
    await Promise.all(
      [orpc.campaigns.key(), orpc.experiments.key(), orpc.vouchers.key()].map((queryKey) =>
        cache.invalidateQueries({ queryKey }),
      ),
    );
    done();
  };
  const start = useMutation(orpc.campaigns.start.mutationOptions({ onSuccess }));
  const stop = useMutation(orpc.campaigns.stop.mutationOptions({ onSuccess }));
  const remove = useMutation(
    orpc.campaigns.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/campaigns' });
        await cache.invalidateQueries({ queryKey: orpc.campaigns.list.key() });
      },
    }),
  );
  const calls = { start, stop, remove };
  return {
    run: (act: Act) => {
      const content = { campaignId };
      calls[act].mutate({ requestId: requestIdFor({ act, ...content }), ...content });
    },
    error: start.error ?? stop.error ?? remove.error,
    isPending: start.isPending || stop.isPending || remove.isPending,
  };
}
