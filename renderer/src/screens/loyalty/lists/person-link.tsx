import { Link } from '@tanstack/react-router';
import classes from './lists.module.css';

/** A name that leads to the person. */
export const PersonLink = ({ customerId, name }: { customerId: number; name: string }) => (
  <Link to="/customers/$customerId" params={{ customerId: String(customerId) }} className={classes.person}>
    {name}
  </Link>
);
