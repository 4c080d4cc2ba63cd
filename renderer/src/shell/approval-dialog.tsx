import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reaches } from '#shared/domain/staff/roles.ts';
import type { WaitingCall } from '../api/approvals.ts';
import { client } from '../api/client.ts';
import { toFailure, useFailureSentence } from '../api/failure-sentence.ts';
import { Avatar } from '../components/avatar.tsx';
import { PinPad } from '../components/pin-pad.tsx';
import classes from './approval-dialog.module.css';
import { useDoor } from './staff-context.tsx';

/** Asks for the PIN of somebody who may do what was just refused; whoever is signed in stays. */
export const ApprovalDialog = ({ waiting }: { waiting: WaitingCall }) => {
  const { t } = useTranslation(['staff', 'common']);
  const sentence = useFailureSentence();
  const door = useDoor();
  const approvers = (door?.people ?? []).filter(
    ({ staffId, role, digits }) =>
      digits !== null && reaches(role, waiting.by) && staffId !== door?.signedIn?.staffId,
  );
  const [chosenId, setChosenId] = useState(approvers[0]?.staffId ?? null);
  const [pin, setPin] = useState('');
  const [checking, setChecking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const chosen = approvers.find(({ staffId }) => staffId === chosenId);
  const digits = chosen?.digits ?? 4;

  const approve = async (typed: string) => {
    if (!chosen) return;
    setChecking(true);
    try {
      await client.staff.approve({ askId: waiting.askId, staffId: chosen.staffId, pin: typed });
      waiting.settle(true);
    } catch (failed) {
      if (toFailure(failed).code === 'ApprovalGone') waiting.settle(false);
      setError(failed);
      setPin('');
      setChecking(false);
    }
  };
  const type = (typed: string) => {
    setPin(typed);
    if (typed !== '') setError(null);
    if (typed.length >= digits) void approve(typed);
  };
  return (
    <Modal
      opened
      onClose={() => waiting.settle(false)}
      title={t('approval.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={classes.body} data-scanner="off">
        <p>{t(`approval.${waiting.by}`)}</p>
        {approvers.length === 0 && <p className={classes.said}>{t('approval.nobody')}</p>}
        {approvers.length > 1 && (
          <ul className={classes.people} aria-label={t('approval.who')}>
            {approvers.map(({ staffId, name }) => (
              <li key={staffId}>
                <button
                  type="button"
                  className={classes.person}
                  aria-pressed={staffId === chosenId}
                  onClick={() => {
                    setChosenId(staffId);
                    setPin('');
                  }}
                >
                  <Avatar name={name} size={32} accent={staffId === chosenId} />
                  {name}
                </button>
              </li>
            ))}
          </ul>
        )}
        {chosen && (
          <>
            <PinPad
              label={t('approval.pinFor', { name: chosen.name })}
              value={pin}
              circles={digits}
              most={digits}
              disabled={checking}
              onChange={type}
            />
            <p className={classes.said} role="alert">
              {error === null ? '' : sentence(error)}
            </p>
          </>
        )}
      </div>
    </Modal>
  );
};
