import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/contract/customers.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { changesOf, draftOf } from './customer-draft.ts';
import { CustomerForm } from './customer-form.tsx';
import { useToday } from './use-day-words.ts';
import { useDraft } from './use-draft.ts';

const route = getRouteApi('/customers/$customerId/edit');

/** Changing what is known of a person. */
export const EditCustomerScreen = () => {
  const customerId = Number(route.useParams().customerId);
  const sentence = useFailureSentence();
  const profile = useQuery(orpc.customers.get.queryOptions({ input: { customerId } }));
  if (profile.data === undefined) {
    return profile.isError ? (
      <ErrorState text={sentence(profile.error)} onRetry={() => void profile.refetch()} />
    ) : null;
  }
  return <Editor key={customerId} customer={profile.data.customer} />;
};

const Editor = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const today = useToday();
  const initial = useMemo(() => draftOf(customer), [customer]);
  const [draft, setDraft, forget, isDraft] = useDraft(`customer.${customer.id}`, initial);
  const requestIdFor = useRequestIds();
  const back = async () => {
    forget();
    await navigate({
      to: '/customers/$customerId',
      params: { customerId: String(customer.id) },
      replace: true,
    });
  };
  const update = useMutation(
    orpc.customers.update.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: orpc.customers.key() });
        await back();
      },
    }),
  );
  const save = () => {
    const changes = changesOf(customer, draft, today);
    if (Object.keys(changes).length === 0) void back();
    else update.mutate({ requestId: requestIdFor(changes), customerId: customer.id, ...changes });
  };
  return (
    <CustomerForm
      title={t('form.editTitle', { name: customer.name })}
      submitLabel={t('form.save')}
      isNew={false}
      exceptId={customer.id}
      allergyHidden={customer.allergyHidden}
      draft={draft}
      isDraft={isDraft}
      pending={update.isPending}
      error={update.error}
      onChange={setDraft}
      onSubmit={save}
      onDiscard={() => void back()}
    />
  );
};
