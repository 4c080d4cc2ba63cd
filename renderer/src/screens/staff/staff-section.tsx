import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/contract/staff.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useDoor } from '../../shell/staff-context.tsx';
import { PersonActs } from './person-acts.tsx';
import { type PersonDraft, PersonForm } from './person-form.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { PinsCard } from './pins-card.tsx';
import { SecretPaper } from './secret-paper.tsx';
import classes from './staff.module.css';
import { StaffTable } from './staff-table.tsx';
import { useStaff } from './use-staff.ts';

/** Whose PIN is being chosen: somebody's who is there, or of the person who is just being added. */
type Choosing =
  | { readonly kind: 'member'; readonly person: StaffMember }
  | { readonly kind: 'new'; readonly draft: PersonDraft };

/** Who works here: the list, and the person who is being added or changed beside it. */
export const StaffSection = () => {
  const { t } = useTranslation(['staff', 'common']);
  const door = useDoor();
  const staff = useStaff();
  const [openId, setOpenId] = useState<number | 'new' | null>(null);
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const pinsOn = door?.pinsOn ?? false;
  const { list, add, change, setPin } = staff;
  if (list.isError) return <FailureBanner error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const { people, usualGiveLimit } = list.data;
  const open = people.find(({ staffId, active }) => staffId === openId && active) ?? null;
  const writing = openId === 'new' || open !== null;
  const close = () => {
    setOpenId(null);
    add.reset();
    change.reset();
  };
  const save = (draft: PersonDraft) => {
    if (open !== null) {
      const { name, role, ...rights } = draft;
      const changed = { staffId: open.staffId, name, role, ...(role === 'staff' ? rights : {}) };
      change.mutate(changed, { onSuccess: close });
    } else if (pinsOn) setChoosing({ kind: 'new', draft });
    else add.mutate({ draft, pin: null }, { onSuccess: close });
  };
  const choose = (pin: string) => {
    const done = () => setChoosing(null);
    if (choosing?.kind === 'member') {
      const { staffId, name } = choosing.person;
      setPin.mutate({ staffId, pin, name }, { onSuccess: done });
    } else if (choosing?.kind === 'new') {
      const { draft } = choosing;
      add.mutate(
        { draft, pin },
        {
          onSuccess: () => {
            done();
            close();
          },
        },
      );
    }
  };
  return (
    <div className={classes.staff} data-writing={writing || undefined}>
      <div className={classes.main}>
        <div className={classes.head}>
          <h2 className={classes.title}>{t('settings.title')}</h2>
          {!writing && (
            <Button leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => setOpenId('new')}>
              {t('settings.add')}
            </Button>
          )}
        </div>
        <StaffTable
          people={people}
          pinsOn={pinsOn}
          narrow={writing}
          openId={open?.staffId ?? null}
          onOpen={(person) => setOpenId(person.staffId)}
          onPin={(person) => {
            setPin.reset();
            setChoosing({ kind: 'member', person });
          }}
          onBringBack={({ staffId }) => change.mutate({ staffId, active: true })}
        />
        {!writing && <FailureBanner error={change.error} />}
        <PinsCard
          people={people}
          pinsOn={pinsOn}
          staff={staff}
          onFirstPin={(person) => setChoosing({ kind: 'member', person })}
        />
      </div>
      {writing && (
        <PersonForm
          key={openId}
          person={open}
          usualGiveLimit={usualGiveLimit}
          saveLabel={open === null && pinsOn ? t('form.next') : t('common:save')}
          pending={add.isPending || change.isPending}
          error={choosing === null ? (add.error ?? change.error) : null}
          onSave={save}
          onClose={close}
        >
          {open !== null && (
            <PersonActs
              person={open}
              pinsOn={pinsOn}
              pending={staff.newBadge.isPending || change.isPending}
              onCard={() => staff.newBadge.mutate(open.staffId)}
              onCardLost={() => staff.removeBadge.mutate(open.staffId)}
              onOwnEntry={(customerId) => change.mutate({ staffId: open.staffId, customerId })}
              onLeave={() => change.mutate({ staffId: open.staffId, active: false }, { onSuccess: close })}
            />
          )}
        </PersonForm>
      )}
      {choosing !== null && (
        <PinDialog
          name={choosing.kind === 'member' ? choosing.person.name : choosing.draft.name}
          pending={setPin.isPending || add.isPending}
          error={choosing.kind === 'member' ? setPin.error : add.error}
          onChosen={choose}
          onClose={() => setChoosing(null)}
        />
      )}
      {staff.secret !== null && <SecretPaper {...staff.secret} onDone={staff.hideSecret} />}
    </div>
  );
};
