import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title.tsx';

export const MonthScreen = () => {
  const { t } = useTranslation('month');
  return <PageTitle title={t('title')} />;
};
