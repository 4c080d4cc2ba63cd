import type { ReactNode } from 'react';
import { Avatar } from '../../components/avatar.tsx';
import classes from './know.module.css';

/** A person to tap: initials, name, one quiet line, and what stands at the end of the row. */
export const PersonRow = ({
  name,
  children,
  note,
  end,
  option,
  onChoose,
}: {
  name: string;
  /** The name as shown, when it is not plain. */
  children?: ReactNode;
  note?: ReactNode;
  end?: ReactNode;
  /** Set when the row is one of a list that is searched with the keyboard elsewhere. */
  option?: { readonly id: string; readonly isActive: boolean };
  onChoose: () => void;
}) => (
  <button
    type="button"
    className={classes.person}
    {...(option === undefined
      ? {}
      : { role: 'option', id: option.id, 'aria-selected': option.isActive, tabIndex: -1 })}
    onClick={onChoose}
  >
    <Avatar name={name} size={note === undefined && end === undefined ? 36 : 46} />
    <span className={classes.personText}>
      <span className={classes.personName}>{children ?? name}</span>
      {note !== undefined && <span className={`${classes.personNote} num`}>{note}</span>}
    </span>
    {end}
  </button>
);
