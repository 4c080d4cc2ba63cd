import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** From the day's follow-ups to what is planned for many. */
export const CampaignsButton = () => {
  const { t } = useTranslation('campaigns');
  return (
    <Button variant="default" component={Link} to="/campaigns">
      {t('link')}
    </Button>
  );
};
