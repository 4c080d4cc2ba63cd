import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/contract/staff.ts';
import { Avatar } from '../../components/avatar.tsx';
import plain from '../../components/plain-table.module.css';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './staff.module.css';

/** Everybody who works or worked here; a row's name is the button that opens it. */
export const StaffTable = ({
  people,
  pinsOn,
  narrow,
  openId,
  onOpen,
  onPin,
  onBringBack,
}: {
  people: readonly StaffMember[];
  pinsOn: boolean;
  narrow: boolean;
  openId: number | null;
  onOpen: (person: StaffMember) => void;
  onPin: (person: StaffMember) => void;
  onBringBack: (person: StaffMember) => void;
}) => {
  const { t } = useTranslation('staff');
  const format = useFormat();
  const roleOf = ({ active, leftAt, role }: StaffMember) =>
    active || leftAt === null
      ? t(`role.${role}`)
      : t('settings.leftIn', { month: format.monthOf(format.dayAt(leftAt)) });
  const giveOf = ({ active, giveLimit }: StaffMember) => {
    if (!active) return '–';
    return giveLimit === null
      ? t('settings.noLimit')
      : t('settings.upTo', { amount: format.money(giveLimit) });
  };
  return (
    <table className={`${plain.table} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">{t('settings.column.name')}</th>
          <th scope="col">{t('settings.column.role')}</th>
          {!narrow && <th scope="col">{t('settings.column.give')}</th>}
          {!narrow && <th scope="col">{t('settings.column.undo')}</th>}
          <th scope="col">
            <span className="visually-hidden">{t('settings.column.change')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => {
          const { staffId, name, active, hasPin, undoAll } = person;
          return (
            <tr key={staffId} data-left={!active || undefined} data-open={staffId === openId || undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={classes.name}
                  disabled={!active}
                  onClick={() => onOpen(person)}
                >
                  <Avatar name={name} size={46} accent={active && person.role === 'owner'} />
                  {name}
                </button>
              </th>
              <td>{roleOf(person)}</td>
              {!narrow && <td className={classes.strong}>{giveOf(person)}</td>}
              {!narrow && <td>{active ? t(undoAll ? 'settings.undoAll' : 'settings.undoOwn') : '–'}</td>}
              <td className={classes.act}>
                {active && pinsOn && (
                  <Button
                    variant="default"
                    aria-label={t(hasPin ? 'settings.pinOf' : 'settings.setPinOf', { name })}
                    onClick={() => onPin(person)}
                  >
                    {t(hasPin ? 'settings.changePin' : 'settings.setPin')}
                  </Button>
                )}
                {!active && (
                  <Button
                    variant="default"
                    aria-label={t('settings.bringBackOf', { name })}
                    onClick={() => onBringBack(person)}
                  >
                    {t('settings.bringBack')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
