import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/contract/staff.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useDoor } from '../../shell/staff-context.tsx';
import classes from './staff.module.css';
import type { StaffDesk } from './use-staff.ts';

/** What PINs do here, and switching them on and off. */
export const PinsCard = ({
  people,
  pinsOn,
  staff,
  onFirstPin,
}: {
  people: readonly StaffMember[];
  pinsOn: boolean;
  staff: StaffDesk;
  onFirstPin: (owner: StaffMember) => void;
}) => {
  const { t } = useTranslation('staff');
  const signedIn = useDoor()?.signedIn ?? null;
  const working = people.filter(({ active }) => active);
  const owner = working.find(({ role }) => role === 'owner');
  const { newRecoveryCode, turnPinsOff } = staff;
  if (!pinsOn) {
    return (
      <HintRow
        tone="quiet"
        icon={IconShieldCheck}
        action={owner && <Button onClick={() => onFirstPin(owner)}>{t('settings.turnOn')}</Button>}
      >
        {t('settings.off')}
      </HintRow>
    );
  }
  return (
    <>
      <HintRow tone="quiet" icon={IconShieldCheck}>
        <Trans t={t} i18nKey="settings.hint" components={{ strong: <strong /> }} />
      </HintRow>
      {signedIn?.role === 'owner' && (
        <div className={classes.pinActs}>
          <div>
            <Button
              variant="default"
              loading={newRecoveryCode.isPending}
              onClick={() => newRecoveryCode.mutate(signedIn.name)}
            >
              {t('settings.newCode')}
            </Button>
            <p className={classes.note}>{t('settings.newCodeNote')}</p>
          </div>
          {working.length === 1 && (
            <div>
              <Button variant="default" loading={turnPinsOff.isPending} onClick={() => turnPinsOff.mutate()}>
                {t('settings.turnOff')}
              </Button>
              <p className={classes.note}>{t('settings.turnOffNote')}</p>
            </div>
          )}
        </div>
      )}
      <FailureBanner
        error={newRecoveryCode.error ?? turnPinsOff.error ?? staff.newBadge.error ?? staff.removeBadge.error}
      />
    </>
  );
};
