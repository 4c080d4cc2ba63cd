import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../../components/page-title.tsx';
import { LoyaltyTabs } from '../loyalty-tabs.tsx';
import type { LoyaltyView } from '../loyalty-view.ts';

/** The frame of one of the owner's lists. */
export const ListPage = ({
  view,
  actions,
  children,
}: {
  view: Exclude<LoyaltyView, 'programme'>;
  actions?: ReactNode;
  children: ReactNode;
}) => {
  const { t } = useTranslation(['loyalty', 'lists']);
  return (
    <>
      <PageTitle title={t('title')} subtitle={t(`lists:about.${view}`)}>
        {actions}
      </PageTitle>
      <LoyaltyTabs />
      {children}
    </>
  );
};
