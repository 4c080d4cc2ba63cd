import { Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './month.module.css';

/** What a figure means, on demand. */
export const Definition = ({ figure, children }: { figure: string; children: ReactNode }) => {
  const { t } = useTranslation('month');
  return (
    <Popover width={380} position="bottom-start" shadow="md" trapFocus={false} returnFocus>
      <Popover.Target>
        <button type="button" className={`${classes.info} no-print`} aria-label={t('whatIsThis', { figure })}>
          <IconInfoCircle size={20} stroke={1.9} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes.definition} role="status">
          {children}
        </p>
      </Popover.Dropdown>
    </Popover>
  );
};
