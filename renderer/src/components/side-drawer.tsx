import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What belongs to a screen and is looked at beside it; slides in from the right. `size` is its width in pixels. */
export const SideDrawer = ({
  opened,
  title,
  size = 560,
  onClose,
  children,
}: {
  opened: boolean;
  title: string;
  size?: number;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { t } = useTranslation('common');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Drawer>
  );
};
