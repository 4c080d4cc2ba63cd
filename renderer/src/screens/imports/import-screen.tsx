import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title.tsx';

export const ImportScreen = () => {
  const { t } = useTranslation('imports');
  return <PageTitle title={t('title')} />;
};
