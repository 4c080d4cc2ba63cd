import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './confirm-modal.module.css';

/** Asks once, before one of the few acts that cannot be undone. The safe answer has the focus. */
export const ConfirmModal = ({
  opened,
  title,
  children,
  confirmLabel,
  destructive = false,
  pending = false,
  onConfirm,
  onCancel,
}: {
  opened: boolean;
  title: ReactNode;
  children: ReactNode;
  confirmLabel: ReactNode;
  destructive?: boolean;
  pending?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}) => {
  const { t } = useTranslation('common');
  return (
    <Modal opened={opened} onClose={onCancel} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes.text}>{children}</div>
      <div className={classes.actions}>
        <Button variant="default" size="lg" onClick={onCancel} data-autofocus>
          {t('cancel')}
        </Button>
        <Button size="lg" color={destructive ? 'red' : 'pine'} loading={pending} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  );
};
