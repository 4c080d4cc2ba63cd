import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { type CSSProperties, lazy, Suspense, useCallback, useState } from 'react';
import { useScanner } from '../scanner/use-scanner.ts';
import { Approvals } from './approvals.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { mustStayHere } from './stay-here.ts';
import { useAutoLock } from './use-auto-lock.ts';
import { useBadgeSwitch } from './use-badge-switch.ts';
import { useIdleReturn } from './use-idle-return.ts';
import { useShellKeys } from './use-shell-keys.ts';
import { useSizes } from './use-sizes.ts';

const KeyCard = lazy(async () => ({ default: (await import('./key-card.tsx')).KeyCard }));

/** Rail and content; the same on every screen of the opened shop. */
export const Shell = () => {
  const path = useLocation({ select: (location) => location.pathname });
  const navigate = useNavigate();
  const onTill = path.startsWith('/till');
  const { text, content } = useSizes();
  const sizes = { '--text-scale': text, '--content-zoom': content } as CSSProperties;
  const [keyCard, setKeyCard] = useState(false);
  const toggleKeyCard = useCallback(() => setKeyCard((open) => !open), []);
  useShellKeys(onTill, toggleKeyCard);
  useIdleReturn(onTill);
  useAutoLock();
  useScanner(() => {
    // The settings of the till test the scanner themselves.
    if (!onTill && path !== '/settings/till' && !mustStayHere()) void navigate({ to: '/till' });
  }, useBadgeSwitch());
  return (
    <div className={classes.shell} style={sizes}>
      <div className={`${classes.side} no-print`}>
        <Rail />
      </div>
      <div className={classes.column}>
        <ConnectionBanner />
        <main className={classes.content}>
          <div className={classes.page}>
            <Outlet />
          </div>
        </main>
      </div>
      <Approvals />
      {keyCard && (
        <Suspense fallback={null}>
          <KeyCard onClose={toggleKeyCard} />
        </Suspense>
      )}
    </div>
  );
};
