import { Button } from '@mantine/core';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/contract/customers.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { PersonSearch } from '../../components/person-search.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './membership.module.css';
import { MergePreview } from './merge-preview.tsx';

/** Entries that were found to be the same person; each can be taken apart again. */
const Merged = ({ customer, onUnmerge }: { customer: Customer; onUnmerge: (mergeId: number) => void }) => {
  const { t } = useTranslation('membership');
  const format = useFormat();
  if (customer.merged.length === 0) return null;
  return (
    <ul className={classes.people}>
      {customer.merged.map(({ customerId, name, at }) => (
        <li key={customerId}>
          <span>
            {name}{' '}
            <span className={classes.quiet}>{t('merge.since', { date: format.date(format.dayAt(at)) })}</span>
          </span>
          <Button variant="default" onClick={() => onUnmerge(customerId)}>
            {t('merge.undo')}
            <span className="visually-hidden">: {name}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** Two entries for one person become one, seen before it is done and undone when it was wrong. */
export const MergeCard = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('membership');
  const cache = useQueryClient();
  const [other, setOther] = useState<{ readonly id: number; readonly name: string } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const keepId = customer.id;
  const preview = useQuery({
    ...orpc.customers.mergePreview.queryOptions({
      input: other === null ? skipToken : { keepId, mergeId: other.id },
    }),
    retry: false,
  });
  // What was looked at beforehand is done: asked again it would be refused.
  const isPreview = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
    JSON.stringify(queryKey[0]) === JSON.stringify(orpc.customers.mergePreview.key()[0]);
  const refresh = () => cache.invalidateQueries({ predicate: (query) => !isPreview(query) });
  const merge = useMutation(orpc.customers.merge.mutationOptions({ onSettled: refresh }));
  const unmerge = useMutation(orpc.customers.unmerge.mutationOptions({ onSettled: refresh }));
  const choose = (id: number, name: string) => {
    merge.reset();
    unmerge.reset();
    setSaid(null);
    setOther({ id, name });
  };
  return (
    <Card title={t('merge.title')}>
      <Merged
        customer={customer}
        onUnmerge={(mergeId) =>
          unmerge.mutate(
            { requestId: newRequestId(), mergeId },
            { onSuccess: () => setSaid(t('merge.undone')) },
          )
        }
      />
      {other === null && (
        <PersonSearch
          label={t('merge.find')}
          description={t('merge.hint', { name: customer.name })}
          exceptId={keepId}
          onChoose={choose}
        />
      )}
      <FailureBanner error={preview.error ?? merge.error ?? unmerge.error} />
      {other !== null && preview.data !== undefined && <MergePreview preview={preview.data} />}
      {other !== null && (
        <div className={classes.acts}>
          <Button
            disabled={preview.data === undefined}
            loading={merge.isPending}
            onClick={() =>
              merge.mutate(
                { requestId: newRequestId(), keepId, mergeId: other.id },
                {
                  onSuccess: () => {
                    setSaid(t('merge.done', { name: other.name }));
                    setOther(null);
                  },
                },
              )
            }
          >
            {t('merge.do')}
          </Button>
          <Button variant="default" onClick={() => setOther(null)}>
            {t('merge.cancel')}
          </Button>
        </div>
      )}
      {said !== null && (
        <HintRow tone="good" live>
          {said}
        </HintRow>
      )}
    </Card>
  );
};
