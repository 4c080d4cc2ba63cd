import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './loyalty.module.css';
import { loyaltyViews } from './loyalty-view.ts';

/** The parts of the loyalty screen, one link each. */
export const LoyaltyTabs = () => {
  const { t } = useTranslation('loyalty');
  return (
    <nav aria-label={t('views.label')} className={classes.tabs}>
      {loyaltyViews.map((each) => (
        <Link
          key={each}
          to="/loyalty"
          search={each === 'programme' ? {} : { view: each }}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t(`views.${each}`)}
        </Link>
      ))}
    </nav>
  );
};
