import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import classes from './turn-to-them.module.css';

/** Gives what the playbook of how it stands with somebody gives; once. */
const useGift = (customerId: number) => {
  const cache = useQueryClient();
  const idFor = useRequestIds();
  const sentence = useFailureSentence();
  const about = { customerId, reason: null };
  const give = useMutation(
    orpc.playbooks.give.mutationOptions({
      onSuccess: (words) => {
        cache.setQueryData(orpc.playbooks.words.queryKey({ input: about }), words);
        return Promise.all(
          [orpc.till.customerCard.key(), orpc.vouchers.key(), orpc.customers.key()].map((queryKey) =>
            cache.invalidateQueries({ queryKey }),
          ),
        );
      },
    }),
  );
  return {
    isBusy: give.isPending,
    failed: give.isError ? sentence(give.error) : null,
    give: () => give.mutate({ requestId: idFor(about), ...about }),
  };
};

/** Words for somebody who comes later than usual and is here now, and the gift that may go with them. */
export const WhatToSay = ({ customerId }: { customerId: number }) => {
  const { t } = useTranslation('playbooks');
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    ...orpc.playbooks.words.queryOptions({ input: { customerId, reason: null } }),
    enabled: isOpen,
  });
  const gift = useGift(customerId);
  return (
    <>
      <button
        type="button"
        className={classes.what}
        aria-expanded={isOpen}
        onClick={() => setOpen((was) => !was)}
      >
        {t('till.what')}
      </button>
      {isOpen && data !== undefined && (
        <span className={classes.say} role="status">
          <q lang={data.language}>{data.here}</q>
          {data.gift?.given === null && (
            <Button variant="default" size="compact-md" disabled={gift.isBusy} onClick={gift.give}>
              {t('means.treat', { gift: data.gift.name })}
            </Button>
          )}
          {gift.failed !== null && <span role="alert">{gift.failed}</span>}
        </span>
      )}
    </>
  );
};

/** Gives today's surprise to the person who was drawn for it and is here. */
export const GiveSurprise = ({ customerId }: { customerId: number }) => {
  const { t } = useTranslation('playbooks');
  const gift = useGift(customerId);
  return (
    <>
      {gift.failed !== null && <span role="alert">{gift.failed}</span>}
      <Button variant="default" disabled={gift.isBusy} onClick={gift.give}>
        {t('till.give')}
      </Button>
    </>
  );
};
