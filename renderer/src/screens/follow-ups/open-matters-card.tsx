import { Button } from '@mantine/core';
import { IconHandStop, IconMessage2 } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpsOfCustomer } from '#shared/contract/follow-ups.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import drawerClasses from './drawers.module.css';
import classes from './follow-ups.module.css';
import { PromiseForm } from './promise-form.tsx';
import { useFollowUpsChanged } from './use-record.ts';

/** What a person's page can do with what is open. */
const useMatters = (customerId: number) => {
  const changed = useFollowUpsChanged();
  const idFor = useRequestIds();
  const options = { onSuccess: changed };
  const record = useMutation(orpc.followUps.record.mutationOptions(options));
  const undo = useMutation(orpc.followUps.undo.mutationOptions(options));
  const said = useMutation(orpc.followUps.hintSaid.mutationOptions(options));
  return {
    error: record.error ?? undo.error ?? said.error,
    isBusy: record.isPending || undo.isPending || said.isPending,
    keep: (promiseId: number) => {
      const asked = { customerId, reason: 'promise', outcome: 'reached', channel: null, promiseId } as const;
      record.mutate({ requestId: idFor(asked), ...asked });
    },
    takeBack: (factId: number) => undo.mutate({ requestId: idFor({ undo: factId }), factId }),
    say: (factId: number) => said.mutate({ requestId: idFor({ said: factId }), factId }),
  };
};

const Matters = ({ open, customerId }: { open: FollowUpsOfCustomer; customerId: number }) => {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const matters = useMatters(customerId);
  const { promises, hints, leftAlone } = open;
  return (
    <div className={drawerClasses.matters}>
      <FailureBanner error={matters.error} />
      {leftAlone !== null && (
        <HintRow
          tone="warn"
          action={
            <Button
              variant="default"
              disabled={matters.isBusy}
              onClick={() => matters.takeBack(leftAlone.factId)}
            >
              {t(leftAlone.outcome === 'doNotContact' ? 'promise.again' : 'promise.isBack')}
            </Button>
          }
        >
          {t(`promise.${leftAlone.outcome}`, { day: format.date(leftAlone.day) })}
        </HintRow>
      )}
      {promises.map(({ promiseId, text, dueDay, ownerName }) => (
        <HintRow
          key={promiseId}
          tone="quiet"
          icon={IconHandStop}
          action={
            <Button variant="default" disabled={matters.isBusy} onClick={() => matters.keep(promiseId)}>
              {t('promise.done')}
            </Button>
          }
        >
          <strong>{text}</strong> {t('promise.line', { day: format.dayShort(dueDay), name: ownerName })}
        </HintRow>
      ))}
      {hints.map(({ factId, words }) => (
        <HintRow
          key={factId}
          tone="quiet"
          icon={IconMessage2}
          action={
            <>
              <Button variant="default" disabled={matters.isBusy} onClick={() => matters.say(factId)}>
                {t('promise.said')}
              </Button>
              <Button variant="default" disabled={matters.isBusy} onClick={() => matters.takeBack(factId)}>
                {t('promise.takeBack')}
              </Button>
            </>
          }
        >
          {t('promise.hint', { words })}
        </HintRow>
      ))}
      {promises.length + hints.length === 0 && leftAlone === null && (
        <p className={classes.quiet}>{t('promise.none')}</p>
      )}
    </div>
  );
};

/** On a person's page: what was promised, what the till will remind of, and whether they are left alone. */
export const OpenMattersCard = ({ customerId }: { customerId: number }) => {
  const { t } = useTranslation('followUps');
  const [promising, setPromising] = useState(false);
  const open = useQuery(orpc.followUps.ofCustomer.queryOptions({ input: { customerId } }));
  return (
    <Card
      title={t('promise.title')}
      aria-label={t('promise.title')}
      aside={
        !promising && (
          <Button variant="default" onClick={() => setPromising(true)}>
            {t('promise.new')}
          </Button>
        )
      }
    >
      <FailureBanner error={open.error} />
      {open.data !== undefined && <Matters open={open.data} customerId={customerId} />}
      {promising && <PromiseForm customerId={customerId} onDone={() => setPromising(false)} />}
    </Card>
  );
};
