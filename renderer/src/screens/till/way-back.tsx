import { EscapeButton } from './escape-button.tsx';
import classes from './know.module.css';

/** The foot of a panel that can be left as if nothing had been: the way back, and a sentence beside it. */
export const WayBack = ({ label, hint }: { label: string; hint: string }) => (
  <>
    <div className={classes.grow} />
    <div className={classes.acts} data-apart>
      <EscapeButton label={label} />
      <p className={classes.aside}>{hint}</p>
    </div>
  </>
);
