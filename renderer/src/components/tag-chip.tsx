import { IconX } from '@tabler/icons-react';
import type { Tag } from '#shared/contract/tags.ts';
import classes from './tag-chip.module.css';

/** A tag by name with its colour as a dot; with a button that takes it off where that can be done. */
export const TagChip = ({
  tag,
  small = false,
  takeOff,
}: {
  tag: Pick<Tag, 'name' | 'colour'>;
  small?: boolean;
  takeOff?: { readonly label: string; readonly onClick: () => void; readonly disabled: boolean };
}) => (
  <span
    className={classes.chip}
    data-small={small || undefined}
    data-removable={takeOff !== undefined || undefined}
  >
    {tag.colour !== null && <span className={classes.dot} data-colour={tag.colour} aria-hidden />}
    <span className={classes.name}>{tag.name}</span>
    {takeOff !== undefined && (
      <button
        type="button"
        className={classes.takeOff}
        aria-label={takeOff.label}
        disabled={takeOff.disabled}
        onClick={takeOff.onClick}
        onKeyDown={({ key }) => {
          if (key === 'Delete' || key === 'Backspace') takeOff.onClick();
        }}
      >
        <IconX size={18} stroke={2} aria-hidden />
      </button>
    )}
  </span>
);
