import { Button, SegmentedControl, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { orpc } from '../../../api/queries.ts';
import { newRequestId } from '../../../api/request-id.ts';
import { Card } from '../../../components/card.tsx';
import { DayInput } from '../../../components/day-input.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { HintRow } from '../../../components/hint-row.tsx';
import { PersonSearch } from '../../../components/person-search.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from './lists.module.css';

/** So long old prices are usually kept. */
const usualDays = 180;

const laterThan = (today: string): string => {
  const day = parseDay(today);
  return day === null ? today : formatDay(addDays(day, usualDays));
};

interface Person {
  readonly customerId: number;
  readonly name: string;
}

/** Keeps today's prices for a tier and all above it, or for one person. */
export const HoldPricesForm = () => {
  const { t } = useTranslation('lists');
  const format = useFormat();
  const cache = useQueryClient();
  const today = format.dayAt(Date.now());
  const levels = useQuery(orpc.loyalty.programme.queryOptions()).data?.rules.tiers?.levels ?? [];
  const [kind, setKind] = useState<'tier' | 'customer'>('customer');
  const [tierId, setTierId] = useState<number | null>(null);
  const [person, setPerson] = useState<Person | null>(null);
  const [untilDay, setUntilDay] = useState(() => laterThan(today));
  const hold = useMutation(
    orpc.vouchers.holdPrices.mutationOptions({
      onSuccess: async () => {
        setPerson(null);
        await cache.invalidateQueries({ queryKey: orpc.vouchers.key() });
        await cache.invalidateQueries({ queryKey: orpc.till.key() });
      },
    }),
  );
  const forWhom =
    kind === 'tier'
      ? tierId === null
        ? null
        : ({ kind, tierId } as const)
      : person === null
        ? null
        : ({ kind, customerId: person.customerId } as const);
  return (
    <Card title={t('prices.new')}>
      <div className={classes.form}>
        <p className={classes.quiet}>{t('prices.text')}</p>
        {levels.length > 0 && (
          <SegmentedControl
            aria-label={t('prices.forWhom')}
            data={[
              { value: 'customer', label: t('prices.onePerson') },
              { value: 'tier', label: t('prices.aTier') },
            ]}
            value={kind}
            onChange={(chosen) => setKind(chosen === 'tier' ? 'tier' : 'customer')}
          />
        )}
        {kind === 'tier' && (
          <Select
            label={t('prices.tier')}
            data={levels.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={tierId === null ? null : String(tierId)}
            onChange={(chosen) => setTierId(chosen === null ? null : Number(chosen))}
          />
        )}
        {kind === 'customer' && person === null && (
          <PersonSearch
            label={t('prices.person')}
            onChoose={(customerId, name) => setPerson({ customerId, name })}
          />
        )}
        {kind === 'customer' && person !== null && (
          <div className={classes.row}>
            <strong>{person.name}</strong>
            <Button variant="default" onClick={() => setPerson(null)}>
              {t('prices.another')}
            </Button>
          </div>
        )}
        <DayInput
          label={t('prices.last')}
          min={today}
          optional={false}
          value={untilDay}
          onChange={(day) => day !== null && setUntilDay(day)}
        />
        <Button
          size="lg"
          disabled={forWhom === null}
          loading={hold.isPending}
          onClick={() =>
            forWhom !== null && hold.mutate({ requestId: newRequestId(), for: forWhom, untilDay })
          }
        >
          {t('prices.keep')}
        </Button>
        {hold.isSuccess && (
          <HintRow tone="good" live>
            {t('prices.saved')}
          </HintRow>
        )}
        <FailureBanner error={hold.error} />
      </div>
    </Card>
  );
};
