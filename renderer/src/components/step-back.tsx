import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** The way one step back, at the foot of a guide of several steps. */
export const StepBack = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <Button size="lg" variant="default" leftSection={<IconArrowLeft size={22} aria-hidden />} onClick={onClick}>
    {children}
  </Button>
);
