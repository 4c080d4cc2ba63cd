import { Button } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import classes from './act.module.css';
import know from './know.module.css';
import { PersonRow } from './person-row.tsx';
import { useChoosePerson, useTillStore } from './till-context.tsx';
import { useShownName } from './use-shown-name.ts';
import { useUsuallyHere } from './use-till-data.ts';

const mostPeople = 3;

/** Beside the receipt: the till waits for whoever comes next, by scan, by name or with one tap. */
export const ReadyPanel = () => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const choose = useChoosePerson();
  const shown = useShownName();
  const people = useUsuallyHere(useShop().till.usuallyHere)?.slice(0, mostPeople) ?? [];
  return (
    <>
      <div className={classes.ready}>
        <IconScan size={64} stroke={1.5} aria-hidden />
        <h2>{t('ready.title')}</h2>
        <p>{t('ready.text')}</p>
        <div className={classes.readyActs}>
          <Button
            variant="default"
            rightSection={<KeyCap>F2</KeyCap>}
            onClick={() => dispatch({ type: 'newCustomer' })}
          >
            {t('ready.newCustomer')}
          </Button>
          <Button
            variant="default"
            rightSection={<KeyCap>F3</KeyCap>}
            onClick={() => dispatch({ type: 'walkIn' })}
          >
            {t('ready.walkIn')}
          </Button>
        </div>
      </div>
      {people.length > 0 && (
        <Card className={classes.usually}>
          <h2 className={know.label}>{t('ready.usually')}</h2>
          <div className={`${know.people} ${know.small}`}>
            {people.map(({ customerId, name }) => (
              <PersonRow key={customerId} name={shown(name)} onChoose={() => choose({ customerId, name })} />
            ))}
          </div>
        </Card>
      )}
    </>
  );
};
