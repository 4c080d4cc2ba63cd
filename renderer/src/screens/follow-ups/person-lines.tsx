import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import { Avatar } from '../../components/avatar.tsx';
import classes from './follow-ups.module.css';
import { isOpen } from './list-groups.ts';
import { useBecauseWords } from './use-because-words.ts';
import { useOutcomeWords } from './use-outcome-words.ts';

/** People with why, or with what became of it, to look at. */
export const PersonLines = ({ entries }: { entries: readonly FollowUpEntry[] }) => {
  const { t } = useTranslation('followUps');
  const words = useBecauseWords();
  const { done } = useOutcomeWords();
  const lineOf = (entry: FollowUpEntry): string => {
    if (entry.outcome !== null) return done(entry.outcome);
    return isOpen(entry) ? words(entry).line : t('done.came');
  };
  return (
    <ul className={classes.rows}>
      {entries.map((entry) => (
        <li key={entry.customerId} className={classes.lineRow}>
          <Avatar name={entry.name} size={38} />
          <span className={classes.rowWords}>
            <Link
              to="/customers/$customerId"
              params={{ customerId: String(entry.customerId) }}
              className={classes.rowName}
            >
              {entry.name}
            </Link>
            <span className={classes.rowLine}>{lineOf(entry)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};
