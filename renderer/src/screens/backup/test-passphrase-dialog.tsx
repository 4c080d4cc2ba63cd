import { Button, Modal, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import classes from './passphrase.module.css';

/** Lets somebody find out whether they still know the passphrase, before they need it. */
export const TestPassphraseDialog = ({ hint, onClose }: { hint: string; onClose: () => void }) => {
  const { t } = useTranslation(['backup', 'common']);
  const [typed, setTyped] = useState('');
  const test = useMutation(orpc.backups.testPassphrase.mutationOptions());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    test.mutate({ passphrase: typed });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('passphrase.testTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form className={classes.dialog} onSubmit={submit}>
        <p>{t('passphrase.testText')}</p>
        <PasswordInput
          label={t('passphrase.field')}
          value={typed}
          maxLength={200}
          autoComplete="off"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
          onChange={(event) => {
            test.reset();
            setTyped(event.currentTarget.value);
          }}
        />
        {test.data?.right === true && (
          <HintRow tone="good" live>
            {t('passphrase.testRight')}
          </HintRow>
        )}
        {test.data?.right === false && (
          <HintRow tone="warn" live>
            {t('passphrase.testWrong')} {hint !== '' && t('passphrase.testWrongHint', { hint })}
          </HintRow>
        )}
        <FailureBanner error={test.error} />
        <div className={classes.dialogActs}>
          <Button size="lg" variant="default" onClick={onClose}>
            {t('common:close')}
          </Button>
          <Button size="lg" type="submit" disabled={typed === ''} loading={test.isPending}>
            {t('passphrase.testDo')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
