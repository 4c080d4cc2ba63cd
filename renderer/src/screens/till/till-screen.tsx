import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title.tsx';

export const TillScreen = () => {
  const { t } = useTranslation('till');
  return <PageTitle title={t('title')} />;
};
