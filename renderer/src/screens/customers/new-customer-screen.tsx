import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { emptyDraft, newCustomerOf } from './customer-draft.ts';
import { CustomerForm } from './customer-form.tsx';
import { useToday } from './use-day-words.ts';
import { useDraft } from './use-draft.ts';

/** A new person with everything one may know; the till has the two-field version of this. */
export const NewCustomerScreen = () => {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const today = useToday();
  const [draft, setDraft, forget, isDraft] = useDraft('customer.new', emptyDraft);
  const requestIdFor = useRequestIds();
  const create = useMutation(
    orpc.customers.create.mutationOptions({
      onSuccess: async ({ id }) => {
        forget();
        await cache.invalidateQueries({ queryKey: orpc.customers.key() });
        await navigate({
          to: '/customers/$customerId',
          params: { customerId: String(id) },
          replace: true,
        });
      },
    }),
  );
  const leave = () => {
    forget();
    void navigate({ to: '/customers', replace: true });
  };
  const customer = newCustomerOf(draft, today);
  return (
    <CustomerForm
      title={t('form.newTitle')}
      submitLabel={t('form.create')}
      isNew
      exceptId={null}
      draft={draft}
      isDraft={isDraft}
      pending={create.isPending}
      error={create.error}
      onChange={setDraft}
      onSubmit={() => {
        if (customer !== null) create.mutate({ ...customer, requestId: requestIdFor(customer) });
      }}
      onDiscard={leave}
    />
  );
};
