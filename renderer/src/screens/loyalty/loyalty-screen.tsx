import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import { draftOf } from './programme-draft.ts';
import { ProgrammeEditor } from './programme-editor.tsx';

/** The loyalty programme: today's rules as sentences with fields, and what they mean for a customer. */
export const LoyaltyScreen = () => {
  const { currencyDigits } = useShop();
  const [published, setPublished] = useState(false);
  const programme = useQuery(orpc.loyalty.programme.queryOptions());
  const items = useQuery(orpc.items.list.queryOptions());
  const error = programme.error ?? items.error;
  if (error !== null) {
    return (
      <FailureBanner
        error={error}
        onRetry={() => {
          void programme.refetch();
          void items.refetch();
        }}
      />
    );
  }
  if (programme.data === undefined || items.data === undefined) return null;
  return (
    <ProgrammeEditor
      key={programme.data.versionId}
      programme={programme.data}
      first={draftOf(programme.data, 10 ** currencyDigits)}
      items={items.data.items}
      justPublished={published}
      onPublished={() => setPublished(true)}
    />
  );
};
