import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportUndo } from '#shared/contract/imports.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './past-imports.module.css';

const kinds = ['visits', 'customers', 'balances', 'details', 'tags'] as const;

/** Says what undoing an import will do and what stays and why, and does it once it is wanted. */
export const UndoDialog = ({ importId, onClose }: { importId: number; onClose: () => void }) => {
  const { t } = useTranslation('imports');
  const cache = useQueryClient();
  const [requestId] = useState(newRequestId);
  // What stands in the way changes with every check-in, so it is looked up anew each time.
  const preview = useQuery({
    ...orpc.imports.previewUndo.queryOptions({ input: { importId } }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const undo = useMutation(
    orpc.imports.undo.mutationOptions({
      onSuccess: async () => {
        onClose();
        await cache.invalidateQueries();
      },
    }),
  );
  const found = preview.data;
  const nothing = found !== undefined && kinds.every((kind) => found.takes[kind] === 0);
  return (
    <ConfirmModal
      opened
      title={t('undo.title', { name: found?.fileName ?? '' })}
      confirmLabel={t('undo.confirm')}
      destructive
      pending={undo.isPending || preview.isPending}
      onConfirm={() => {
        if (nothing) onClose();
        else if (found !== undefined) undo.mutate({ requestId, importId });
      }}
      onCancel={onClose}
    >
      <FailureBanner error={preview.error ?? undo.error} />
      {found === undefined ? <p>{t('undo.looking')}</p> : <UndoPlan found={found} nothing={nothing} />}
    </ConfirmModal>
  );
};

const UndoPlan = ({ found, nothing }: { found: ImportUndo; nothing: boolean }) => {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const counted = (count: number) => ({ count, n: format.number(count) });
  return (
    <div className={classes.undo}>
      {nothing ? (
        <p>{t('undo.nothing')}</p>
      ) : (
        <>
          <p>{t('undo.takes')}</p>
          <ul>
            {kinds
              .filter((kind) => found.takes[kind] > 0)
              .map((kind) => (
                <li key={kind}>{t(`undo.take.${kind}`, counted(found.takes[kind]))}</li>
              ))}
          </ul>
        </>
      )}
      {found.stays.length > 0 && (
        <>
          <p>{t('undo.stays')}</p>
          <ul>
            {found.stays.map(({ what, why, count, names }) => (
              <li key={`${what} ${why}`}>
                {t(`undo.stay.${what}`, counted(count))}: {t(`undo.why.${why}`)}
                {names.length > 0 && ` (${names.join(', ')}${names.length < count ? '…' : ''})`}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('undo.after')}</p>
    </div>
  );
};
