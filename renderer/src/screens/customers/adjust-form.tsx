import { Button, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './balance.module.css';

const shortestReason = 3;
const mostChange = 1_000_000;

/** Why a correction was not written: more than there is cannot be taken away. */
const AdjustFailure = ({ error }: { error: unknown }) => {
  const { t } = useTranslation('membership');
  const format = useFormat();
  const { code, data } = toFailure(error);
  if (error === null || code !== 'InsufficientBalance') return <FailureBanner error={error} />;
  return (
    <HintRow tone="bad" live>
      {t('adjust.tooMuch', { n: format.number(Number(data.balance)) })}
    </HintRow>
  );
};

/** Corrects a balance by hand, with the reason; never below zero. */
export const AdjustForm = ({
  customerId,
  unitId,
  onDone,
}: {
  customerId: number;
  unitId: number;
  onDone: () => void;
}) => {
  const { t } = useTranslation(['membership', 'common']);
  const cache = useQueryClient();
  const [change, setChange] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [requestId] = useState(newRequestId);
  const adjust = useMutation(
    orpc.loyalty.adjust.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          cache.invalidateQueries({ queryKey: orpc.loyalty.key() }),
          cache.invalidateQueries({ queryKey: orpc.customers.key() }),
          cache.invalidateQueries({ queryKey: orpc.till.key() }),
        ]);
        onDone();
      },
    }),
  );
  const said = reason.trim();
  const isReady = change !== null && change !== 0 && said.length >= shortestReason;
  return (
    <form
      className={classes.adjust}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !adjust.isPending)
          adjust.mutate({ requestId, customerId, unitId, change, reason: said });
      }}
    >
      <NumberInput
        size="lg"
        label={t('adjust.change')}
        description={t('adjust.changeHint')}
        autoFocus
        allowDecimal={false}
        min={-mostChange}
        max={mostChange}
        value={change ?? ''}
        onChange={(typed) => setChange(typeof typed === 'number' ? typed : null)}
      />
      <TextInput
        label={t('adjust.reason')}
        description={t('adjust.reasonHint')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button variant="default" size="lg" onClick={onDone}>
        {t('common:cancel')}
      </Button>
      <Button type="submit" size="lg" disabled={!isReady} loading={adjust.isPending}>
        {t('adjust.save')}
      </Button>
      <AdjustFailure error={adjust.error} />
    </form>
  );
};
