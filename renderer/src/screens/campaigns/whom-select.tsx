import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { campaignReasons, type Whom } from '#shared/contract/campaigns.ts';
import { orpc } from '../../api/queries.ts';
import { riskChoices, whomOf, whomValue } from './whom-choice.ts';

/** Whom a campaign is for: by risk, by a reason to turn to somebody, a saved segment, or everybody. */
export const WhomSelect = ({ whom, onChange }: { whom: Whom; onChange: (whom: Whom) => void }) => {
  const { t } = useTranslation('campaigns');
  const segments = useQuery(orpc.segments.list.queryOptions()).data?.segments ?? [];
  const value = whomValue(whom);
  const saved = segments.map(({ segmentId, name }) => ({ value: `segment:${segmentId}`, label: name }));
  const isGone = whom.kind === 'segment' && !saved.some((one) => one.value === value);
  const data = [
    {
      group: t('whom.riskGroup'),
      items: riskChoices.map((states) => ({
        value: `risk:${states.join('+')}`,
        label:
          states.length > 1 ? t('whom.bothRisks') : states.map((state) => t(`whom.risk.${state}`)).join(''),
      })),
    },
    {
      group: t('whom.reasonGroup'),
      items: campaignReasons.map((reason) => ({
        value: `reason:${reason}`,
        label: t(`whom.reason.${reason}`),
      })),
    },
    {
      group: t('whom.segments'),
      items: [
        { value: 'everybody', label: t('whom.everybody') },
        ...saved,
        ...(isGone ? [{ value, label: t('whom.gone') }] : []),
        ...(value === 'filter' ? [{ value, label: t('whom.filter') }] : []),
      ],
    },
  ];
  return (
    <Select
      label={t('whom.label')}
      data={data}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => {
        if (chosen !== null) onChange(whomOf(chosen, campaignReasons, whom));
      }}
    />
  );
};
