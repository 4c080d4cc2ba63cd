import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import classes from './passphrase.module.css';
import { emptyPassphrase, faultOf, type PassphraseDraft, strengthOf } from './passphrase-draft.ts';

/** The passphrase, how good it is, a hint, and before all that what losing it means. */
export const PassphraseForm = ({
  pending,
  failure,
  onSave,
  onCancel,
}: {
  pending: boolean;
  failure: unknown;
  onSave: (passphrase: string, hint: string) => void;
  onCancel: () => void;
}) => {
  const { t } = useTranslation(['backup', 'common']);
  const id = useId();
  const [draft, setDraft] = useState<PassphraseDraft>(emptyPassphrase);
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<PassphraseDraft>) => setDraft((before) => ({ ...before, ...part }));
  const suggest = useMutation({
    mutationFn: () => client.backups.suggestPassphrase(),
    onSuccess: ({ passphrase }) => change({ passphrase, repeat: '', visible: true }),
  });
  const strength = strengthOf(draft);
  const fault = faultOf(draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (fault === null) onSave(draft.passphrase, draft.hint.trim());
    else setAsked(true);
  };
  return (
    <form className={classes.dialog} onSubmit={submit} noValidate>
      <HintRow tone="warn">
        <strong>{t('passphrase.warning')}</strong> {t('passphrase.warningRest')}
      </HintRow>
      <PasswordInput
        label={t('passphrase.field')}
        description={t('passphrase.keyboardShared')}
        value={draft.passphrase}
        visible={draft.visible}
        onVisibilityChange={(visible) => change({ visible })}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        aria-describedby={`${id}-strength`}
        error={asked && fault === 'empty'}
        visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
        onChange={(event) => change({ passphrase: event.currentTarget.value })}
      />
      <div className={classes.strengthRow}>
        <p id={`${id}-strength`} className={classes.strength} data-strength={strength} role="status">
          {strength !== null && t(`passphrase.strength.${strength}`)}
        </p>
        <Button
          variant="subtle"
          px={12}
          loading={suggest.isPending}
          leftSection={<IconSparkles size={20} stroke={1.9} aria-hidden />}
          onClick={() => suggest.mutate()}
        >
          {t('passphrase.suggest')}
        </Button>
      </div>
      {!draft.visible && (
        <PasswordInput
          label={t('passphrase.repeat')}
          value={draft.repeat}
          visible={false}
          maxLength={200}
          autoComplete="off"
          error={asked && fault === 'mismatch' && t('passphrase.mismatch')}
          visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
          onVisibilityChange={(visible) => change({ visible })}
          onChange={(event) => change({ repeat: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={t('passphrase.hint')}
        description={t('passphrase.hintNote')}
        value={draft.hint}
        maxLength={120}
        autoComplete="off"
        error={asked && fault === 'hintTells' && t('passphrase.hintTells')}
        onChange={(event) => change({ hint: event.currentTarget.value })}
      />
      <FailureBanner error={failure ?? suggest.error} />
      <div className={classes.dialogActs}>
        <Button size="lg" variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button size="lg" type="submit" loading={pending}>
          {t('passphrase.save')}
        </Button>
      </div>
    </form>
  );
};
