import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { reach } from '#shared/contract/campaigns.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './campaigns.module.css';

type Reach = z.infer<typeof reach>;

/** At least so much of what people hear should be of use to them. */
const usefulShare = 0.8;

/** How useful and promotional contacts of the last weeks are mixed. */
export const ReachCard = ({ reach: { days, useful, promotional } }: { reach: Reach }) => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const all = useful + promotional;
  const share = all === 0 ? 0 : useful / all;
  return (
    <Card title={t('reach.title')} aria-label={t('reach.title')}>
      {all === 0 ? (
        <p className={classes.quiet}>{t('reach.none', { days: format.number(days) })}</p>
      ) : (
        <>
          <div
            className={classes.ratio}
            role="img"
            aria-label={t('reach.bar', { useful: format.number(Math.round(share * 100)) })}
          >
            <span style={{ inlineSize: `${share * 100}%` }} />
          </div>
          <p className="num">
            {t('reach.words', {
              useful: format.number(useful),
              promotional: format.number(promotional),
              days: format.number(days),
            })}
          </p>
          <p className={classes.quiet}>{t(share >= usefulShare ? 'reach.good' : 'reach.tooMuch')}</p>
        </>
      )}
    </Card>
  );
};

/** Groups that nobody has turned to for too long, and from when on that is told. */
export const SilentCard = ({ reach: { silent, alarmDays } }: { reach: Reach }) => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  return (
    <Card title={t('silent.title')} aria-label={t('silent.title')}>
      {silent.length === 0 && (
        <p className={classes.quiet}>{t('silent.none', { days: format.number(alarmDays) })}</p>
      )}
      <ul className={classes.rows}>
        {silent.map(({ kind, segmentId, name, people: count, lastDay }) => {
          const people = t('people', { count, n: format.number(count) });
          return (
            <li key={segmentId ?? kind} className={classes.group}>
              <b>{name ?? t('silent.regulars')}</b>
              <span className={`${classes.quiet} num`}>
                {lastDay === null
                  ? t('silent.never', { people })
                  : t('silent.since', { people, day: format.date(lastDay) })}
              </span>
            </li>
          );
        })}
      </ul>
      <AlarmForm days={alarmDays} />
    </Card>
  );
};

const AlarmForm = ({ days: first }: { days: number }) => {
  const { t } = useTranslation('campaigns');
  const cache = useQueryClient();
  const requestIdFor = useRequestIds();
  const [days, setDays] = useState<number | null>(first);
  const save = useMutation(
    orpc.campaigns.setAlarm.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: orpc.campaigns.reach.key() }),
    }),
  );
  const isReady = days !== null && days !== first && days >= 7 && days <= 730;
  return (
    <form
      className={classes.alarm}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save.mutate({ requestId: requestIdFor(days), days });
      }}
    >
      <NumberInput
        label={t('silent.alarm')}
        min={7}
        max={730}
        allowDecimal={false}
        value={days ?? ''}
        onChange={(value) => setDays(typeof value === 'number' ? value : null)}
      />
      <Button type="submit" variant="default" disabled={!isReady} loading={save.isPending}>
        {t('silent.save')}
      </Button>
      <FailureBanner error={save.error} />
    </form>
  );
};
