import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './loyalty.module.css';
import { loyaltyViews } from './loyalty-view.ts';

/** The parts of the loyalty screen, one link each, and at the end of the row what the part is begun with. */
export const LoyaltyTabs = ({ children }: { children?: ReactNode }) => {
  const { t } = useTranslation('loyalty');
  return (
    <div className={classes.tabRow}>
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
      {children}
    </div>
  );
};
