import { Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './month.module.css';

/** What a figure means, on demand. `actions` are what can be done with it, below its meaning; they may close it. */
export const Definition = ({
  figure,
  children,
  actions,
}: {
  figure: string;
  children: ReactNode;
  actions?: (close: () => void) => ReactNode;
}) => {
  const { t } = useTranslation('month');
  const [opened, setOpened] = useState(false);
  const hasActions = actions !== undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return;
    event.preventDefault();
    setOpened(false);
  };
  return (
    <Popover
      width={380}
      position="bottom-start"
      shadow="md"
      opened={opened}
      onChange={setOpened}
      trapFocus={hasActions}
      returnFocus={hasActions}
    >
      <Popover.Target>
        <button
          type="button"
          className={`${classes.info} no-print`}
          aria-label={t('whatIsThis', { figure })}
          onClick={() => setOpened(!opened)}
          onKeyDown={onKeyDown}
        >
          <IconInfoCircle size={20} stroke={1.9} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={onKeyDown} aria-label={figure}>
        <p className={classes.definition} role="status">
          {children}
        </p>
        {hasActions && <div className={classes.definitionActions}>{actions(() => setOpened(false))}</div>}
      </Popover.Dropdown>
    </Popover>
  );
};
