import { useTranslation } from 'react-i18next';
import type { StaffDoor } from '#shared/contract/staff.ts';
import { Avatar } from '../../components/avatar.tsx';
import classes from './lock.module.css';

export type PersonAtDoor = StaffDoor['people'][number];

/** Everybody who could sign in, one of them chosen. */
export const PeopleToChoose = ({
  people,
  chosenId,
  onChoose,
}: {
  people: readonly PersonAtDoor[];
  chosenId: number | null;
  onChoose: (staffId: number) => void;
}) => {
  const { t } = useTranslation('staff');
  return (
    <ul className={classes.people} aria-label={t('lock.people')}>
      {people.map(({ staffId, name, role, digits, badge, onDuty }) => (
        <li key={staffId}>
          <button
            type="button"
            className={classes.person}
            aria-pressed={staffId === chosenId}
            onClick={() => onChoose(staffId)}
          >
            <Avatar name={name} size={52} accent={staffId === chosenId} />
            <span className={classes.name}>{name}</span>
            <span className={classes.role}>
              {t(`role.${role}`)}
              {onDuty && <span className={classes.duty}>{t('lock.onDuty')}</span>}
              {digits === null && !badge && <span className={classes.duty}>{t('lock.noPin')}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
