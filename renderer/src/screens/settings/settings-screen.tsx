import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import { useMay } from '../../shell/use-may.ts';
import { LogSection } from '../audit/log-section.tsx';
import { ItemsSection } from '../items/items-section.tsx';
import { PrivacySection } from '../privacy/privacy-section.tsx';
import { StaffSection } from '../staff/staff-section.tsx';
import { TrainingSection } from '../training/training-section.tsx';
import { DataSection } from './data-section.tsx';
import { LookSection } from './look-section.tsx';
import classes from './settings.module.css';
import { sectionOf, settingsSections } from './settings-sections.ts';
import { ShopSection } from './shop-section.tsx';
import { TillSection } from './till-section.tsx';
import { useUpdateSettings } from './use-update-settings.ts';

/** The settings: a list of parts on the left, the rows of one part on the right. Every change is saved at once. */
export const SettingsScreen = () => {
  const { t } = useTranslation('settings');
  const { shop } = useShop();
  const params = useParams({ strict: false });
  const may = useMay();
  const sections = settingsSections.filter((each) => each !== 'log' || may('audit.day'));
  const section = sectionOf(params.section, sections);
  const state = useQuery(orpc.system.state.queryOptions());
  const { update, error, saved, forget } = useUpdateSettings();
  return (
    <div className={classes.screen}>
      <PageTitle
        title={t('title')}
        subtitle={t('subtitle', { shop: shop.name, version: state.data?.version ?? '' })}
      >
        <span role="status" className={classes.saved}>
          {saved && t('saved')}
        </span>
      </PageTitle>
      <div className={classes.columns}>
        <nav aria-label={t('sectionsLabel')}>
          <Card className={classes.sections}>
            {sections.map((each) => (
              <Link
                key={each}
                to="/settings/$section"
                params={{ section: each }}
                className={classes.section}
                aria-current={each === section ? 'page' : undefined}
                onClick={forget}
              >
                {t(`sections.${each}`)}
              </Link>
            ))}
          </Card>
        </nav>
        <Card className={classes.panel} aria-label={t(`sections.${section}`)}>
          <FailureBanner error={error} />
          {section === 'shop' && <ShopSection update={update} />}
          {section === 'till' && <TillSection update={update} />}
          {section === 'staff' && <StaffSection />}
          {section === 'items' && <ItemsSection />}
          {section === 'privacy' && <PrivacySection />}
          {section === 'look' && <LookSection update={update} />}
          {section === 'data' && <DataSection />}
          {section === 'training' && <TrainingSection />}
          {section === 'log' && <LogSection />}
        </Card>
      </div>
    </div>
  );
};
