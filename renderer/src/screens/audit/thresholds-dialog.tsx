import { Button, Modal, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnusualLog } from '#shared/contract/audit.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import classes from './audit.module.css';

type Thresholds = UnusualLog['thresholds'];

/** Each bound with the least and the most it may be. */
const bounds = [
  ['adjustments', 0, 100],
  ['burst', 2, 20],
  ['burstMinutes', 1, 240],
  ['undoMinutes', 1, 1440],
] as const;

/** From when on something is worth a look here: the owner's choice. */
export const ThresholdsDialog = ({
  thresholds,
  onClose,
}: {
  thresholds: Thresholds;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['audit', 'common']);
  const cache = useQueryClient();
  const requestIdFor = useRequestIds();
  const [draft, setDraft] = useState<Partial<Thresholds>>(thresholds);
  const save = useMutation(
    orpc.audit.setThresholds.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: orpc.audit.key() });
        onClose();
      },
    }),
  );
  const { adjustments, burst, burstMinutes, undoMinutes } = draft;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (adjustments === undefined || burst === undefined) return;
    if (burstMinutes === undefined || undoMinutes === undefined) return;
    const asked = { adjustments, burst, burstMinutes, undoMinutes };
    save.mutate({ requestId: requestIdFor(asked), ...asked });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('thresholds.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form className={classes.bounds} onSubmit={submit} noValidate>
        <p>{t('thresholds.text')}</p>
        {bounds.map(([name, min, max]) => (
          <NumberInput
            key={name}
            label={t(`thresholds.${name}`)}
            min={min}
            max={max}
            clampBehavior="blur"
            allowDecimal={false}
            value={draft[name] ?? ''}
            error={draft[name] === undefined && t('thresholds.missing', { min, max })}
            onChange={(value) => {
              const isNumber = typeof value === 'number' && value >= min && value <= max;
              setDraft({ ...draft, [name]: isNumber ? value : undefined });
            }}
          />
        ))}
        <FailureBanner error={save.error} />
        <div className={classes.boundActs}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
