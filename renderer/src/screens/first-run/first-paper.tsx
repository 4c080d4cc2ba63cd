import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { ShopProvider } from '../../shell/shop-context.tsx';
import { SecretPaper } from '../staff/secret-paper.tsx';

/** The owner's recovery sheet of a shop that was made a moment ago. */
export const FirstPaper = ({ code, name, onDone }: { code: string; name: string; onDone: () => void }) => {
  const settings = useQuery(orpc.settings.get.queryOptions());
  if (settings.data === undefined)
    return <FailureBanner error={settings.error} onRetry={() => void settings.refetch()} />;
  return (
    <ShopProvider settings={settings.data}>
      <SecretPaper kind="recovery" code={code} name={name} onDone={onDone} />
    </ShopProvider>
  );
};
