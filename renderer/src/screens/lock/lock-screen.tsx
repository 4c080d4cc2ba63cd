import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffDoor } from '#shared/contract/staff.ts';
import { inTraining } from '../../shell/training-room.ts';
import { SecretPaper } from '../staff/secret-paper.tsx';
import { PractiseButton } from '../training/practise-button.tsx';
import classes from './lock.module.css';
import { BackupAge, LockClock } from './lock-clock.tsx';
import { OwnPinPanel } from './own-pin-panel.tsx';
import { PeopleToChoose, type PersonAtDoor } from './people-to-choose.tsx';
import { RecoverPanel } from './recover-panel.tsx';
import { SignInPanel } from './sign-in-panel.tsx';

type Panel =
  | { readonly kind: 'pin' | 'ownPin' | 'recover' }
  | { readonly kind: 'paper'; readonly door: StaffDoor; readonly code: string };

/** Those with a way to sign in first, in the order they began here. */
const inOrder = (people: readonly PersonAtDoor[]): readonly PersonAtDoor[] => {
  const can = ({ digits, badge }: PersonAtDoor) => digits !== null || badge;
  return [...people.filter(can), ...people.filter((person) => !can(person))];
};

/** Arrow keys move through the people while nothing is being typed into a field. */
const useArrows = (
  people: readonly PersonAtDoor[],
  chosenId: number | null,
  choose: (staffId: number) => void,
) => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0 || event.target instanceof HTMLInputElement) return;
      const at = people.findIndex(({ staffId }) => staffId === chosenId);
      const next = people[Math.min(people.length - 1, Math.max(0, at + step))];
      event.preventDefault();
      if (next) choose(next.staffId);
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  });
};

/** The locked till: clock, people, pad. Says nothing about customers. */
export const LockScreen = ({
  door,
  onUnlocked,
}: {
  door: StaffDoor;
  onUnlocked: (door: StaffDoor) => void;
}) => {
  const { t } = useTranslation('staff');
  const people = inOrder(door.people);
  const [chosenId, setChosenId] = useState(door.lastStaffId ?? people[0]?.staffId ?? null);
  const [panel, setPanel] = useState<Panel>({ kind: 'pin' });
  const person = people.find(({ staffId }) => staffId === chosenId) ?? people[0];
  const choose = (staffId: number) => {
    setChosenId(staffId);
    setPanel({ kind: 'pin' });
  };
  useArrows(people, person?.staffId ?? null, choose);
  const toPin = () => setPanel({ kind: 'pin' });

  if (panel.kind === 'paper') {
    const { signedIn } = panel.door;
    return (
      <SecretPaper
        kind="recovery"
        code={panel.code}
        name={signedIn?.name ?? ''}
        onDone={() => onUnlocked(panel.door)}
      />
    );
  }
  return (
    <main className={classes.lock}>
      <h1 className="visually-hidden">{t('lock.title')}</h1>
      <div className={classes.side}>
        <LockClock />
        <PeopleToChoose people={people} chosenId={person?.staffId ?? null} onChoose={choose} />
        {!inTraining() && (
          <>
            <BackupAge at={door.lastBackupAt} />
            <PractiseButton />
          </>
        )}
      </div>
      {person && panel.kind === 'pin' && (
        <SignInPanel
          key={person.staffId}
          person={person}
          cards={people.some(({ badge }) => badge)}
          onUnlocked={onUnlocked}
          onOwnPin={() => setPanel({ kind: 'ownPin' })}
          onRecover={() => setPanel({ kind: 'recover' })}
        />
      )}
      {person && panel.kind === 'ownPin' && (
        <OwnPinPanel person={person} onDone={onUnlocked} onBack={toPin} />
      )}
      {panel.kind === 'recover' && (
        <RecoverPanel
          onRecovered={(opened, code) => setPanel({ kind: 'paper', door: opened, code })}
          onBack={toPin}
        />
      )}
    </main>
  );
};
