import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/contract/staff.ts';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { OwnEntry } from './own-entry.tsx';
import classes from './staff.module.css';

/** What can be done with somebody who works here: which customer they are, their card, and that they left. */
export const PersonActs = ({
  person,
  pinsOn,
  pending,
  onCard,
  onCardLost,
  onOwnEntry,
  onLeave,
}: {
  person: StaffMember;
  pinsOn: boolean;
  pending: boolean;
  onCard: () => void;
  onCardLost: () => void;
  onOwnEntry: (customerId: number | null) => void;
  onLeave: () => void;
}) => {
  const { t } = useTranslation('staff');
  const [asks, setAsks] = useState(false);
  return (
    <div className={classes.acts}>
      <OwnEntry person={person} pending={pending} onChoose={onOwnEntry} />
      {pinsOn && (
        <div>
          <Button variant="default" fullWidth loading={pending} onClick={onCard}>
            {t(person.badge ? 'form.newCard' : 'form.card')}
          </Button>
          <p className={classes.note}>{t('form.cardNote')}</p>
        </div>
      )}
      {person.badge && (
        <Button variant="default" disabled={pending} onClick={onCardLost}>
          {t('form.cardLost')}
        </Button>
      )}
      <Button variant="default" disabled={pending} onClick={() => setAsks(true)}>
        {t('form.leave')}
      </Button>
      <ConfirmModal
        opened={asks}
        title={t('form.leaveTitle', { name: person.name })}
        confirmLabel={t('form.leaveYes')}
        onCancel={() => setAsks(false)}
        onConfirm={() => {
          setAsks(false);
          onLeave();
        }}
      >
        {t('form.leaveText')}
      </ConfirmModal>
    </div>
  );
};
