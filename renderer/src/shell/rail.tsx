import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { reaches } from '#shared/domain/staff/roles.ts';
import { OpenFollowUps } from './open-follow-ups.tsx';
import classes from './rail.module.css';
import { railGroupsFor } from './rail-for-role.ts';
import { RailLock } from './rail-lock.tsx';
import { useRole } from './staff-context.tsx';
import { inTraining } from './training-room.ts';

/** The rail on the left: every screen, in three groups. */
export const Rail = () => {
  const { t } = useTranslation(['shell', 'common']);
  const role = useRole();
  return (
    <nav className={classes.rail} aria-label={t('rail.label')}>
      {reaches(role, 'manager') ? (
        <Link to="/home" className={classes.wordmark} activeProps={{ 'aria-current': 'page' }}>
          {t('common:appName')}
          <span className={classes.home}>{t('rail.home')}</span>
        </Link>
      ) : (
        <div className={classes.wordmark}>{t('common:appName')}</div>
      )}
      {railGroupsFor(role, inTraining()).map((group, index) => (
        <Fragment key={group[0]?.key}>
          {index > 0 && <hr className={classes.divider} />}
          {group.map(({ key, to, icon: Icon }) => (
            <Link key={key} to={to} className={classes.entry} activeProps={{ 'aria-current': 'page' }}>
              <Icon size={24} stroke={1.9} aria-hidden />
              <span className={classes.label}>{t(`rail.${key}`)}</span>
              {key === 'followUps' && <OpenFollowUps />}
            </Link>
          ))}
        </Fragment>
      ))}
      <RailLock />
    </nav>
  );
};
