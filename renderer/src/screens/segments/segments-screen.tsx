import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Segment } from '#shared/contract/segments.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ForCall } from '../../shell/for-call.tsx';
import { CampaignsButton } from '../campaigns/campaigns-button.tsx';
import { BackButton } from '../customers/back-button.tsx';
import { SegmentBuilder } from './segment-builder.tsx';
import classes from './segments.module.css';
import { ShopTags } from './shop-tags.tsx';

/** Groups of customers by what the shop knows about them: built, counted at once, saved, and looked at. */
export const SegmentsScreen = () => {
  const { t } = useTranslation('segments');
  const [chosen, setChosen] = useState<Segment | null>(null);
  const [fresh, setFresh] = useState(0);
  const choices = useQuery(orpc.segments.choices.queryOptions());
  const saved = useQuery(orpc.segments.list.queryOptions());
  return (
    <div className={classes.page}>
      <PageTitle title={t('title')} subtitle={t('subtitle')}>
        <ForCall call="campaigns.list">
          <CampaignsButton />
        </ForCall>
        <BackButton fallback="/customers" />
      </PageTitle>
      <FailureBanner error={choices.error ?? saved.error} />
      <div className={classes.columns}>
        {choices.data !== undefined && (
          <SegmentBuilder
            key={`${chosen?.segmentId ?? 'new'}+${fresh}`}
            segment={chosen}
            choices={choices.data}
            onSaved={setChosen}
            onNew={() => {
              setChosen(null);
              setFresh(fresh + 1);
            }}
          />
        )}
        <div className={classes.side}>
          <Saved
            segments={saved.data?.segments ?? null}
            chosen={chosen?.segmentId ?? null}
            onChoose={setChosen}
          />
          <ShopTags />
        </div>
      </div>
    </div>
  );
};

const Saved = ({
  segments,
  chosen,
  onChoose,
}: {
  segments: readonly (Segment & { readonly people: number | null })[] | null;
  chosen: number | null;
  onChoose: (segment: Segment) => void;
}) => {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <Card title={t('saved')} aria-label={t('saved')}>
      {segments?.length === 0 && <p className={classes.quiet}>{t('noneSaved')}</p>}
      <ul className={classes.saved}>
        {segments?.map((one) => (
          <li key={one.segmentId}>
            <button
              type="button"
              className={classes.segment}
              aria-pressed={one.segmentId === chosen}
              onClick={() => onChoose(one)}
            >
              <b>{one.name}</b>
              {one.people !== null && (
                <span className="num">
                  {t('people', { count: one.people, n: format.number(one.people) })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {chosen !== null && (
        <Button
          variant="default"
          mt="sm"
          onClick={() => void navigate({ to: '/customers', search: { segment: chosen } })}
        >
          {t('inCustomers')}
        </Button>
      )}
    </Card>
  );
};
