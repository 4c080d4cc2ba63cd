import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title.tsx';

export const CustomersScreen = () => {
  const { t } = useTranslation('customers');
  return <PageTitle title={t('title')} />;
};
