import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/contract/staff.ts';
import { PersonSearch } from '../../components/person-search.tsx';
import classes from './staff.module.css';

/** Which of the customers somebody is who works here: their own card at the till then shows in the log. */
export const OwnEntry = ({
  person,
  pending,
  onChoose,
}: {
  person: StaffMember;
  pending: boolean;
  onChoose: (customerId: number | null) => void;
}) => {
  const { t } = useTranslation('staff');
  const { customer } = person;
  if (customer === null)
    return (
      <PersonSearch
        label={t('form.ownEntry')}
        description={t('form.ownEntryNote')}
        onChoose={(customerId) => onChoose(customerId)}
      />
    );
  return (
    <div>
      <p className={classes.label}>{t('form.ownEntry')}</p>
      <div className={classes.ownEntry}>
        <span className={classes.strong}>{customer.name}</span>
        <Button
          variant="default"
          disabled={pending}
          aria-label={t('form.ownEntryNone', { name: customer.name })}
          onClick={() => onChoose(null)}
        >
          {t('form.ownEntryRemove')}
        </Button>
      </div>
      <p className={classes.note}>{t('form.ownEntryNote')}</p>
    </div>
  );
};
