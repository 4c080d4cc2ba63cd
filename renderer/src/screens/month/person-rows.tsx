import { Link } from '@tanstack/react-router';
import classes from './people.module.css';

export interface PersonRow {
  readonly key: string;
  readonly customerId: number;
  readonly name: string;
  readonly facts: string;
}

/** People with what is said about each; a tap opens the person. */
export const PersonRows = ({ people, label }: { people: readonly PersonRow[]; label: string }) => (
  <ul className={classes.people} aria-label={label}>
    {people.map(({ key, customerId, name, facts }) => (
      <li key={key}>
        <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
          <span className={classes.name}>{name}</span>
          <span className={`${classes.facts} num`}>{facts}</span>
        </Link>
      </li>
    ))}
  </ul>
);
