import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PersonSearch } from '../../components/person-search.tsx';
import classes from './customer-form.module.css';

/** Who sent them. */
export const ReferredByField = ({
  id,
  name,
  onChange,
}: {
  id: number | null;
  name: string;
  onChange: (id: number | null, name: string) => void;
}) => {
  const { t } = useTranslation('customers');
  if (id !== null) {
    return (
      <div className={classes.referred}>
        <p className={classes.referredLabel}>{t('form.referredBy')}</p>
        <p className={classes.referredName}>{name}</p>
        <Button variant="default" onClick={() => onChange(null, '')}>
          {t('form.referredClear')}
        </Button>
      </div>
    );
  }
  return (
    <PersonSearch label={t('form.referredBy')} description={t('form.referredHint')} onChoose={onChange} />
  );
};
