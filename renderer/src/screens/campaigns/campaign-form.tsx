import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '#shared/contract/campaigns.ts';
import { followUpChannels, followUpTones } from '#shared/domain/follow-ups/reasons.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useStayHere } from '../../shell/stay-here.ts';
import { type CampaignState, draftOf, newWay } from './campaign-form-state.ts';
import classes from './campaigns.module.css';
import { TestFields } from './test-fields.tsx';
import { WayFields } from './way-fields.tsx';
import { WhomSelect } from './whom-select.tsx';

/** Everything about a campaign that is not started: for whom, what, when, and what is to be found out. */
export const CampaignForm = ({
  campaignId,
  first,
  onSaved,
  onCancel,
}: {
  /** The one that is changed; null for a new one. */
  campaignId: number | null;
  first: CampaignState;
  onSaved: (campaign: Campaign) => void;
  onCancel: () => void;
}) => {
  const { t } = useTranslation(['campaigns', 'vouchers']);
  const format = useFormat();
  const cache = useQueryClient();
  const [state, setState] = useState(first);
  const requestIdFor = useRequestIds();
  const change = (part: Partial<CampaignState>) => setState({ ...state, ...part });
  const save = useMutation(
    orpc.campaigns.save.mutationOptions({
      onSuccess: async (saved) => {
        await cache.invalidateQueries({ queryKey: orpc.campaigns.key() });
        onSaved(saved);
      },
    }),
  );
  useStayHere(state !== first && !save.isSuccess);
  const draft = draftOf(state);
  const [a, b] = state.ways;
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft === null || save.isPending) return;
        const content = { campaignId, draft };
        save.mutate({ requestId: requestIdFor(content), ...content });
      }}
    >
      <div className={classes.column}>
        <Basics state={state} change={change} />
        {a !== undefined && (
          <WayFields
            title={t(b === undefined ? 'form.way' : 'form.firstWay')}
            way={a}
            onChange={(way) => change({ ways: [way, ...state.ways.slice(1)] })}
          />
        )}
        {a !== undefined && b !== undefined ? (
          <WayFields
            title={t('form.secondWay')}
            way={b}
            onChange={(way) => change({ ways: [a, way] })}
            onRemove={() => change({ ways: [a] })}
          />
        ) : (
          <Button
            variant="default"
            className={classes.start ?? ''}
            onClick={() =>
              change({
                ways: [
                  ...state.ways,
                  newWay('b', t('vouchers:usualName.surprise'), format.dayAt(Date.now())),
                ],
              })
            }
          >
            {t('form.addWay')}
          </Button>
        )}
      </div>
      <div className={classes.column}>
        <TestFields state={state} change={change} />
        <FailureBanner error={save.error} />
        <div className={classes.acts}>
          <Button variant="default" size="lg" onClick={onCancel}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" size="lg" disabled={draft === null} loading={save.isPending}>
            {t('form.save')}
          </Button>
        </div>
      </div>
    </form>
  );
};

const Basics = ({
  state,
  change,
}: {
  state: CampaignState;
  change: (part: Partial<CampaignState>) => void;
}) => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const today = format.dayAt(Date.now());
  return (
    <Card aria-label={t('form.basics')}>
      <div className={classes.fields}>
        <TextInput
          label={t('form.name')}
          maxLength={80}
          autoComplete="off"
          data-autofocus
          value={state.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <WhomSelect whom={state.whom} onChange={(whom) => change({ whom })} />
        <div className={classes.pair}>
          <DayInput
            label={t('form.from')}
            min={today}
            optional={false}
            value={state.fromDay}
            onChange={(day) => day !== null && change({ fromDay: day })}
          />
          <DayInput
            label={t('form.to')}
            min={state.fromDay}
            optional={false}
            value={state.toDay}
            onChange={(day) => day !== null && change({ toDay: day })}
          />
          <Select
            label={t('form.channel')}
            data={followUpChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
            value={state.channel}
            allowDeselect={false}
            onChange={(chosen) => {
              const channel = followUpChannels.find((one) => one === chosen);
              if (channel !== undefined) change({ channel });
            }}
          />
          <Select
            label={t('form.tone')}
            data={followUpTones.map((value) => ({ value, label: t(`tone.${value}`) }))}
            value={state.tone}
            allowDeselect={false}
            onChange={(chosen) => {
              const tone = followUpTones.find((one) => one === chosen);
              if (tone !== undefined) change({ tone });
            }}
          />
        </div>
      </div>
    </Card>
  );
};
