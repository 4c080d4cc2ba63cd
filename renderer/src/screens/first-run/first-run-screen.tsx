import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title.tsx';

export const FirstRunScreen = (_props: { onDone: (path: '/till' | '/import') => Promise<void> }) => {
  const { t } = useTranslation('firstRun');
  return <PageTitle title={t('title')} />;
};
