import classes from './avatar.module.css';
import { initials } from './initials.ts';

/** A person's initials in a circle. The name stands beside it, so screen readers skip it. */
export const Avatar = ({
  name,
  size = 38,
  accent = false,
}: {
  name: string;
  size?: number;
  accent?: boolean;
}) => (
  <span
    className={classes.avatar}
    data-accent={accent || undefined}
    style={{ width: size, height: size, fontSize: Math.max(13, Math.round(size * 0.39)) }}
    aria-hidden
  >
    {initials(name)}
  </span>
);
