import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { CampaignForm } from './campaign-form.tsx';
import { newCampaign, stateOfCampaign } from './campaign-form-state.ts';
import classes from './campaigns.module.css';

/** A new campaign, or one that is changed before it is started. */
export const CampaignEditorScreen = () => {
  const { t } = useTranslation(['campaigns', 'vouchers']);
  const format = useFormat();
  const navigate = useNavigate();
  const { campaignId: text } = useParams({ strict: false });
  const campaignId = text === undefined ? null : Number(text);
  const saved = useQuery({
    ...orpc.campaigns.get.queryOptions({ input: { campaignId: campaignId ?? 1 } }),
    enabled: campaignId !== null,
  });
  const today = format.dayAt(Date.now());
  const giftName = t('vouchers:usualName.surprise');
  const first =
    campaignId === null
      ? newCampaign(giftName, today)
      : saved.data && stateOfCampaign(saved.data, giftName, today);
  const show = (id: number) => navigate({ to: '/campaigns/$campaignId', params: { campaignId: String(id) } });
  return (
    <div className={classes.page}>
      <PageTitle title={saved.data?.name ?? t('new')} subtitle={t('subtitle')} />
      <FailureBanner error={saved.error} onRetry={() => void saved.refetch()} />
      {first !== undefined && (
        <CampaignForm
          campaignId={campaignId}
          first={first}
          onSaved={(campaign) => void show(campaign.campaignId)}
          onCancel={() => void (campaignId === null ? navigate({ to: '/campaigns' }) : show(campaignId))}
        />
      )}
    </div>
  );
};
