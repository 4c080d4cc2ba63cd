import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title.tsx';

export const LoyaltyScreen = () => {
  const { t } = useTranslation('loyalty');
  return <PageTitle title={t('title')} />;
};
