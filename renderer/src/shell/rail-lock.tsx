import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../components/avatar.tsx';
import classes from './rail.module.css';
import { lockScreen, useDoor } from './staff-context.tsx';

/** Who is signed in, and the way to lock; not there where nobody signs in. */
export const RailLock = () => {
  const { t } = useTranslation('shell');
  const signedIn = useDoor()?.signedIn ?? null;
  if (signedIn === null) return null;
  return (
    <>
      <hr className={classes.divider} />
      <button type="button" className={`${classes.entry} ${classes.lock}`} onClick={() => void lockScreen()}>
        <span className={classes.who}>
          <Avatar name={signedIn.name} size={32} />
          <IconLock size={20} stroke={1.9} aria-hidden />
        </span>
        <span className="visually-hidden">{signedIn.name}</span>
        <span className={classes.label}>{t('rail.lock')}</span>
      </button>
    </>
  );
};
