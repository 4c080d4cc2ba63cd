import { Button } from '@mantine/core';
import { KeyCap } from '../../components/key-cap.tsx';
import classes from './know.module.css';
import { useTillStore } from './till-context.tsx';

/** The foot of a panel that can be left as if nothing had been: the way back, and a sentence beside it. */
export const WayBack = ({ label, hint }: { label: string; hint: string }) => {
  const { dispatch } = useTillStore();
  return (
    <>
      <div className={classes.grow} />
      <div className={classes.acts} data-apart>
        <Button
          variant="default"
          size="lg"
          rightSection={<KeyCap>Esc</KeyCap>}
          onClick={() => dispatch({ type: 'escape' })}
        >
          {label}
        </Button>
        <p className={classes.aside}>{hint}</p>
      </div>
    </>
  );
};
