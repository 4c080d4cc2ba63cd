import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title.tsx';

export const SettingsScreen = () => {
  const { t } = useTranslation('settings');
  return <PageTitle title={t('title')} />;
};
