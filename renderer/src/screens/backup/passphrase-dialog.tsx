import { Button, Modal } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import classes from './passphrase.module.css';
import { PassphraseForm } from './passphrase-form.tsx';
import type { Overview } from './use-overview.ts';

const useSetPassphrase = (onSet: () => void) => {
  const cache = useQueryClient();
  return useMutation(
    orpc.backups.setPassphrase.mutationOptions({
      onSuccess: (overview) => {
        cache.setQueryData(orpc.backups.overview.queryKey(), overview);
        onSet();
      },
    }),
  );
};

const Saved = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(['backup', 'common']);
  const navigate = useNavigate();
  return (
    <div className={classes.dialog}>
      <HintRow tone="good" live>
        {t('passphrase.saved')}
      </HintRow>
      <HintRow tone="warn">
        <strong>{t('passphrase.warning')}</strong> {t('passphrase.warningRest')}
      </HintRow>
      <div className={classes.dialogActs}>
        <Button size="lg" variant="default" onClick={onClose}>
          {t('common:close')}
        </Button>
        <Button
          size="lg"
          data-autofocus
          leftSection={<IconPrinter size={22} stroke={1.9} aria-hidden />}
          onClick={() => void navigate({ to: '/backup/sheet' })}
        >
          {t('passphrase.sheet')}
        </Button>
      </div>
    </div>
  );
};

const Removing = ({
  pending,
  failure,
  onRemove,
  onBack,
}: {
  pending: boolean;
  failure: unknown;
  onRemove: () => void;
  onBack: () => void;
}) => {
  const { t } = useTranslation(['backup', 'common']);
  return (
    <div className={classes.dialog}>
      <p>{t('passphrase.removeText')}</p>
      <FailureBanner error={failure} />
      <div className={classes.dialogActs}>
        <Button size="lg" variant="default" autoFocus onClick={onBack}>
          {t('common:cancel')}
        </Button>
        <Button size="lg" color="red" loading={pending} onClick={onRemove}>
          {t('passphrase.removeConfirm')}
        </Button>
      </div>
    </div>
  );
};

/** Sets or changes the passphrase, prints its sheet again, or does without one. */
export const PassphraseDialog = ({
  passphrase,
  onClose,
}: {
  passphrase: Overview['passphrase'];
  onClose: () => void;
}) => {
  const { t } = useTranslation(['backup', 'common']);
  const navigate = useNavigate();
  const [part, setPart] = useState<'form' | 'saved' | 'remove'>('form');
  // The title stays what it was when the dialog opened, also after the first passphrase is set.
  const [wasSet] = useState(passphrase.set);
  const set = useSetPassphrase(() => setPart('saved'));
  const remove = useSetPassphrase(onClose);
  const title = part === 'remove' ? 'removeTitle' : wasSet ? 'titleChange' : 'titleSet';
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={t(`passphrase.${title}`)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {part === 'saved' && <Saved onClose={onClose} />}
      {part === 'remove' && (
        <Removing
          pending={remove.isPending}
          failure={remove.error}
          onRemove={() => remove.mutate({ passphrase: null, hint: '' })}
          onBack={() => setPart('form')}
        />
      )}
      {part === 'form' && (
        <>
          <PassphraseForm
            pending={set.isPending}
            failure={set.error}
            onSave={(text, hint) => set.mutate({ passphrase: text, hint })}
            onCancel={onClose}
          />
          {wasSet && (
            <div className={classes.dialogMore}>
              <Button variant="subtle" px={12} onClick={() => void navigate({ to: '/backup/sheet' })}>
                {t('passphrase.sheet')}
              </Button>
              <Button variant="subtle" px={12} onClick={() => setPart('remove')}>
                {t('passphrase.remove')}
              </Button>
            </div>
          )}
        </>
      )}
    </Modal>
  );
};
