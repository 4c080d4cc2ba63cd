import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SettingRow } from './setting-row.tsx';

/** Leads to a screen of its own where what stands beside it is set. */
export const OpenRow = ({ what }: { what: 'loyalty' | 'backup' }) => {
  const { t } = useTranslation('settings');
  const navigate = useNavigate();
  return (
    <SettingRow label={t(`open.${what}`)} note={t(`open.${what}Note`)}>
      {() => (
        <Button variant="default" onClick={() => void navigate({ to: `/${what}` })}>
          {t(`open.${what}Open`)}
        </Button>
      )}
    </SettingRow>
  );
};
