import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The way to bring a list along, on a screen that has nobody on it yet. */
export const ImportListButton = ({ children }: { children: ReactNode }) => {
  const navigate = useNavigate();
  return (
    <Button
      size="lg"
      variant="default"
      leftSection={<IconFileImport size={22} stroke={1.9} aria-hidden />}
      onClick={() => void navigate({ to: '/import' })}
    >
      {children}
    </Button>
  );
};
