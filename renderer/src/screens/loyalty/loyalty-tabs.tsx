import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './loyalty.module.css';
import { type LoyaltyView, loyaltyViews } from './loyalty-view.ts';

/** The parts of the loyalty screen, one link each. */
export const LoyaltyTabs = ({ view }: { view: LoyaltyView }) => {
  const { t } = useTranslation('loyalty');
  return (
    <nav aria-label={t('views.label')} className={classes.tabs}>
      {loyaltyViews.map((each) => (
        <Link
          key={each}
          to="/loyalty"
          search={each === 'programme' ? {} : { view: each }}
          className={classes.tab}
          aria-current={each === view ? 'page' : undefined}
        >
          {t(`views.${each}`)}
        </Link>
      ))}
    </nav>
  );
};
