import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useClockFormat } from '../backup/use-backup-words.ts';
import { RestoreWizard } from './restore-wizard.tsx';

/** The restore of an opened shop, reached from the Backup page. */
export const RestoreScreen = () => {
  const navigate = useNavigate();
  const format = useClockFormat();
  const leave = useCallback(() => void navigate({ to: '/backup' }), [navigate]);
  return <RestoreWizard format={format} place="shop" onCancel={leave} />;
};
