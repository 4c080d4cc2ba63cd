import { Button, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import type { TierScheme } from '#shared/domain/loyalty/programme.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { TierChip } from '../../components/tier-chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './membership.module.css';
import { useToday } from './use-day-words.ts';

/** So long the owner usually keeps somebody at a tier. */
const usualDays = 90;

const later = (today: string): string => {
  const day = parseDay(today);
  return day === null ? today : formatDay(addDays(day, usualDays));
};

/** The owner's word: this tier until that day, whatever the visits say. */
const HoldForm = ({ customerId, tiers }: { customerId: number; tiers: TierScheme }) => {
  const { t } = useTranslation('membership');
  const format = useFormat();
  const cache = useQueryClient();
  const today = useToday();
  const [tierId, setTierId] = useState(tiers.levels.at(-1)?.id ?? 0);
  const [untilDay, setUntilDay] = useState(() => later(today));
  const [said, setSaid] = useState<string | null>(null);
  const hold = useMutation(
    orpc.loyalty.holdTier.mutationOptions({
      onSettled: () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: orpc.till.key() }),
          cache.invalidateQueries({ queryKey: orpc.loyalty.key() }),
        ]),
    }),
  );
  const keep = (level: number | null, until: string | null, sentence: string) => {
    setSaid(null);
    hold.mutate(
      { requestId: newRequestId(), customerId, tierId: level, untilDay: until },
      { onSuccess: () => setSaid(sentence) },
    );
  };
  const name = tiers.levels.find(({ id }) => id === tierId)?.name ?? '';
  return (
    <>
      <div className={classes.fields}>
        <Select
          size="md"
          label={t('tier.hold')}
          data={tiers.levels.map((level) => ({ value: String(level.id), label: level.name }))}
          value={String(tierId)}
          onChange={(chosen) => chosen !== null && setTierId(Number(chosen))}
        />
        <DayInput
          size="md"
          label={t('tier.until')}
          min={today}
          optional={false}
          value={untilDay}
          onChange={(day) => day !== null && setUntilDay(day)}
        />
      </div>
      <div className={classes.acts}>
        <Button
          variant="default"
          loading={hold.isPending}
          onClick={() => keep(tierId, untilDay, t('tier.held', { name, date: format.date(untilDay) }))}
        >
          {t('tier.doHold')}
        </Button>
        <Button variant="subtle" disabled={hold.isPending} onClick={() => keep(null, null, t('tier.freed'))}>
          {t('tier.free')}
        </Button>
      </div>
      {said !== null && (
        <HintRow tone="good" live>
          {said}
        </HintRow>
      )}
      <FailureBanner error={hold.error} />
    </>
  );
};

/** Where a person stands, what that gives, and the owner's hold on it; nothing where there are no tiers. */
export const TierCard = ({ customerId }: { customerId: number }) => {
  const { t } = useTranslation('membership');
  const format = useFormat();
  const card = useQuery(orpc.till.customerCard.queryOptions({ input: { customerId } })).data;
  const tiers = useQuery(orpc.loyalty.programme.queryOptions()).data?.rules.tiers;
  if (card === undefined || tiers === undefined || tiers === null) return null;
  const { tier, nextTier } = card;
  return (
    <Card title={t('tier.title')}>
      <p className={classes.standing}>
        {tier === null ? t('tier.none') : <TierChip name={tier.name} index={tier.index} of={tier.of} />}
        {tier !== null && tier.benefits !== '' && <span>{tier.benefits}</span>}
      </p>
      {nextTier !== null && nextTier.missing > 0 && (
        <p className={`${classes.quiet} num`}>
          {tiers.basis === 'spend'
            ? t('tier.missingMoney', { amount: format.money(nextTier.missing), name: nextTier.name })
            : t('tier.missingVisits', {
                count: nextTier.missing,
                n: format.number(nextTier.missing),
                name: nextTier.name,
              })}
        </p>
      )}
      <HoldForm customerId={customerId} tiers={tiers} />
    </Card>
  );
};
