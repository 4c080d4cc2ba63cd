import { Button } from '@mantine/core';
import { KeyCap } from '../../components/key-cap.tsx';
import { useTillStore } from './till-context.tsx';

/** The way out of a panel, which is also its key. */
export const EscapeButton = ({ label }: { label: string }) => {
  const { dispatch } = useTillStore();
  return (
    <Button
      variant="default"
      size="lg"
      rightSection={<KeyCap>Esc</KeyCap>}
      onClick={() => dispatch({ type: 'escape' })}
    >
      {label}
    </Button>
  );
};
